//go:build linux

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sqlite.h"
#include "_cgo_export.h"

static sqlite3_vfs *base;
static sqlite3_vfs watch;

// watched is an open file. The real one stands behind it in memory.
typedef struct {
	sqlite3_file head;
	char *path;      // empty for one without a name, which is gone when it is closed
	int sync_folder; // the next sync is also one of the folder's names
} watched;

#define REAL(f) ((sqlite3_file *)((char *)(f) + ((sizeof(watched) + 7) & ~(size_t)7)))
#define PATH(f) (((watched *)(f))->path)

static int show(int step, const char *path, const void *data, sqlite3_int64 n, sqlite3_int64 at) {
	return watchStep(step, (char *)path, (void *)data, n, at);
}

static int failure(int become, int otherwise) { return become == FAIL_FULL ? SQLITE_FULL : otherwise; }

static int w_close(sqlite3_file *f) {
	int rc = REAL(f)->pMethods->xClose(REAL(f));
	free(PATH(f));
	return rc;
}

static int w_write(sqlite3_file *f, const void *data, int n, sqlite3_int64 at) {
	int become = show(STEP_WRITE, PATH(f), data, n, at);
	if (become == GO_ON) return REAL(f)->pMethods->xWrite(REAL(f), data, n, at);
	if (n > 1) REAL(f)->pMethods->xWrite(REAL(f), data, n / 2, at); // as a full disk does
	return failure(become, SQLITE_IOERR_WRITE);
}

static int w_truncate(sqlite3_file *f, sqlite3_int64 size) {
	int become = show(STEP_TRUNCATE, PATH(f), 0, 0, size);
	if (become != GO_ON) return failure(become, SQLITE_IOERR_TRUNCATE);
	return REAL(f)->pMethods->xTruncate(REAL(f), size);
}

static int w_sync(sqlite3_file *f, int flags) {
	int become = show(STEP_SYNC, PATH(f), 0, 0, 0);
	if (become != GO_ON) return failure(become, SQLITE_IOERR_FSYNC);
	int rc = REAL(f)->pMethods->xSync(REAL(f), flags);
	if (rc == SQLITE_OK && ((watched *)f)->sync_folder) { // as unixSync does
		show(STEP_SYNC_FOLDER, PATH(f), 0, 0, 0);
		((watched *)f)->sync_folder = 0;
	}
	return rc;
}

static int w_read(sqlite3_file *f, void *p, int n, sqlite3_int64 at) { return REAL(f)->pMethods->xRead(REAL(f), p, n, at); }
static int w_size(sqlite3_file *f, sqlite3_int64 *n) { return REAL(f)->pMethods->xFileSize(REAL(f), n); }
static int w_lock(sqlite3_file *f, int l) { return REAL(f)->pMethods->xLock(REAL(f), l); }
static int w_unlock(sqlite3_file *f, int l) { return REAL(f)->pMethods->xUnlock(REAL(f), l); }
static int w_reserved(sqlite3_file *f, int *r) { return REAL(f)->pMethods->xCheckReservedLock(REAL(f), r); }
static int w_control(sqlite3_file *f, int op, void *p) { return REAL(f)->pMethods->xFileControl(REAL(f), op, p); }
static int w_sector(sqlite3_file *f) { return REAL(f)->pMethods->xSectorSize(REAL(f)); }
static int w_device(sqlite3_file *f) { return REAL(f)->pMethods->xDeviceCharacteristics(REAL(f)); }
static int w_shm_map(sqlite3_file *f, int i, int n, int x, void volatile **p) { return REAL(f)->pMethods->xShmMap(REAL(f), i, n, x, p); }
static int w_shm_lock(sqlite3_file *f, int o, int n, int flags) { return REAL(f)->pMethods->xShmLock(REAL(f), o, n, flags); }
static void w_shm_barrier(sqlite3_file *f) { REAL(f)->pMethods->xShmBarrier(REAL(f)); }
static int w_shm_unmap(sqlite3_file *f, int del) { return REAL(f)->pMethods->xShmUnmap(REAL(f), del); }

// Version 2: no memory maps, whose writes could not be seen.
static const sqlite3_io_methods with_shm = {
	2, w_close, w_read, w_write, w_truncate, w_sync, w_size, w_lock, w_unlock, w_reserved, w_control, w_sector, w_device,
	w_shm_map, w_shm_lock, w_shm_barrier, w_shm_unmap, 0, 0};
static const sqlite3_io_methods without_shm = {
	1, w_close, w_read, w_write, w_truncate, w_sync, w_size, w_lock, w_unlock, w_reserved, w_control, w_sector, w_device,
	0, 0, 0, 0, 0, 0};

static int w_open(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags, int *out) {
	(void)v;
	watched *w = (watched *)f;
	memset(w, 0, sizeof *w);
	int named = name && !(flags & SQLITE_OPEN_DELETEONCLOSE);
	if (flags & SQLITE_OPEN_CREATE) {
		if (!named || access(name, F_OK) != 0) { // xAccess takes an empty file for none
			int become = show(STEP_CREATE, named ? name : "", 0, 0, 0);
			if (become != GO_ON) return failure(become, SQLITE_CANTOPEN);
		}
	}
	int rc = base->xOpen(base, name, REAL(f), flags, out);
	if (!REAL(f)->pMethods) return rc;
	w->path = strdup(named ? name : "");
	w->sync_folder = named && (flags & SQLITE_OPEN_CREATE) &&
		(flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL));
	int shm = REAL(f)->pMethods->iVersion >= 2 && REAL(f)->pMethods->xShmMap;
	f->pMethods = shm ? &with_shm : &without_shm;
	return rc;
}

static int w_delete(sqlite3_vfs *v, const char *name, int sync_folder) {
	(void)v;
	int become = show(STEP_REMOVE, name, 0, 0, 0);
	if (become != GO_ON) return failure(become, SQLITE_IOERR_DELETE);
	int rc = base->xDelete(base, name, sync_folder);
	if (rc == SQLITE_OK && sync_folder) show(STEP_SYNC_FOLDER, name, 0, 0, 0);
	return rc;
}

static int w_access(sqlite3_vfs *v, const char *n, int flags, int *r) { (void)v; return base->xAccess(base, n, flags, r); }
static int w_full(sqlite3_vfs *v, const char *n, int size, char *out) { (void)v; return base->xFullPathname(base, n, size, out); }
static void *w_dlopen(sqlite3_vfs *v, const char *n) { (void)v; return base->xDlOpen(base, n); }
static void w_dlerror(sqlite3_vfs *v, int n, char *m) { (void)v; base->xDlError(base, n, m); }
static void (*w_dlsym(sqlite3_vfs *v, void *p, const char *s))(void) { (void)v; return base->xDlSym(base, p, s); }
static void w_dlclose(sqlite3_vfs *v, void *p) { (void)v; base->xDlClose(base, p); }
static int w_random(sqlite3_vfs *v, int n, char *out) { (void)v; return base->xRandomness(base, n, out); }
static int w_sleep(sqlite3_vfs *v, int n) { (void)v; return base->xSleep(base, n); }
static int w_time(sqlite3_vfs *v, double *t) { (void)v; return base->xCurrentTime(base, t); }
static int w_error(sqlite3_vfs *v, int n, char *m) { (void)v; return base->xGetLastError(base, n, m); }
static int w_time64(sqlite3_vfs *v, sqlite3_int64 *t) { (void)v; return base->xCurrentTimeInt64(base, t); }

int install_watch(void) {
	base = sqlite3_vfs_find(0);
	if (!base || base->iVersion < 2) return 1;
	watch = (sqlite3_vfs){
		2, (int)((sizeof(watched) + 7) & ~(size_t)7) + base->szOsFile, base->mxPathname, 0, "watch", 0,
		w_open, w_delete, w_access, w_full, w_dlopen, w_dlerror, w_dlsym, w_dlclose,
		w_random, w_sleep, w_time, w_error, w_time64};
	return sqlite3_vfs_register(&watch, 1);
}
