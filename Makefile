# Two commands do everything: "make run" and "make test". Each installs what it needs first.

SHELL      := /bin/sh
BIN        := build/jejak
SAMPLE     := build/glasses.jejak
SAMPLE_LANG := $(if $(filter id%,$(LC_ALL) $(LC_MESSAGES) $(LANG)),id,en)
XVFB       := xvfb-run -a -s "-screen 0 1600x1000x24 -noreset"
# Packages that need neither a display nor GL: these are also run with the race detector.
HEADLESS   := ./assets/... ./canvas/... ./data/... ./app/cli/... ./app/editor/... ./app/session/...
# The torture tests measure memory and start many processes: they run without the race detector,
# which would multiply both. The code they torture runs with it in its own tests.
RACED       = $$(go list $(HEADLESS) | grep -v /torture)
# The rest: the window, the file that is tortured, the whole program.
WINDOWED    = $$(go list -tags e2e ./... | grep -vxF "$$(go list $(HEADLESS) | grep -v /torture)")
# How long each fuzz test runs.
FUZZTIME   := 60s
# The laws are tried on the same random maps every time, so that a run of the tests can be repeated;
# "make laws" looks for new ones.
REPEATABLE := RAPID_SEED=20261122

.PHONY: run build test race laws lint bench soak fuzz golden pictures icon need need-test need-soak clean help

run: need build ## open the window with the sample project; without a display, draw it to build/
	@rm -f $(SAMPLE)
	@$(BIN) import assets/samples/glasses.$(SAMPLE_LANG).json -o $(SAMPLE)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		exec $(BIN) $(SAMPLE); \
	else \
		echo "There is no display here: drawing the sample instead."; \
		$(BIN) export $(SAMPLE) -o build/glasses.pdf && $(BIN) export $(SAMPLE) -o build/glasses.png && \
		echo "See build/glasses.pdf and build/glasses.png."; \
	fi

build: need ## build the program as build/jejak
	@mkdir -p build
	@if [ ! -e $(BIN) ]; then echo "Building (the first time takes some minutes)…"; fi
	@go build -o $(BIN) .

test: need-test lint build ## everything: format, vet, staticcheck, all tests, those in a real window too
	$(REPEATABLE) go test -race $(RACED)
	$(REPEATABLE) $(XVFB) go test -tags e2e $(WINDOWED)

race: need ## the tests that need no window, with the race detector
	$(REPEATABLE) go test -race $(RACED)

laws: need ## try the laws on thousands of random maps that were never tried before (20 minutes)
	RAPID_CHECKS=2000 go test -count=1 -timeout 90m \
		-run "^($$(git grep -hB6 'rapid\.Check' -- '*_test.go' | sed -n 's/^func \(Test[A-Za-z0-9]*\).*/\1/p' | sort -u | paste -sd'|'))\$$" $(HEADLESS)

lint: need ## formatting, go vet, staticcheck
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); \
	if [ -n "$$unformatted" ]; then echo "gofmt would change:" $$unformatted; exit 1; fi
	go vet -tags e2e,pictures ./...
	go tool staticcheck -tags e2e ./...

bench: need-test ## print the benchmarks, and the memory of the whole process
	go test -run '^$$' -bench . -benchmem . $(HEADLESS) ./app/ui/...
	$(XVFB) go test -tags e2e -run '^$$' -bench . -benchtime 1x ./app/ui/e2e

soak: need-soak ## what a project file must survive, at its whole length: kills, power cuts, failing disks, damage; and maps in a browser (15 minutes; 45 on a busy machine)
	JEJAK_SOAK=1 go test -count=1 -timeout 90m -v ./data/project/torture
	JEJAK_SOAK=1 go test -count=1 -timeout 90m -v -run DiagramsThatPeopleWrote ./canvas/paint/pdf
	JEJAK_SOAK=1 go test -count=1 -timeout 30m -v -run BrowsersShowWhat ./canvas/paint/svg

fuzz: need ## try every reader of foreign files with damaged input, a minute each; FUZZTIME=10m for longer
	@for target in $$(git grep -lE '^func Fuzz' -- '*_test.go'); do \
		for name in $$(sed -nE 's/^func (Fuzz[A-Za-z0-9]+).*/\1/p' $$target); do \
			go test -run '^$$' -fuzz "^$$name\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 1x ./$$(dirname $$target) || exit 1; \
		done; \
	done

golden: need ## write the golden files of the tests anew; look at them before you commit
	go test $$(git grep -l 'flag.Bool("update"' -- '*_test.go' | xargs -n1 dirname | sort -u | sed 's|^|./|') -args -update

pictures: need-test build ## make the pictures in docs/images anew: the page, and the window in ten situations
	sh packaging/pictures $(BIN)

icon: need-test ## make the PNG of the app icon from its SVG
	rsvg-convert -w 512 assets/brand/jejak.svg -o assets/brand/jejak.png

need:
	@sh packaging/need build

need-test:
	@sh packaging/need test

need-soak:
	@sh packaging/need soak

clean: ## remove what was built
	rm -rf build

help: ## list the commands
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/make \1\t\2/p' Makefile | expand -t 16
