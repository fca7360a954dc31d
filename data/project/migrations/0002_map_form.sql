-- Version 2: how a map is drawn, what its pair is to it, and when the team looks at it again.

ALTER TABLE "map" ADD COLUMN "form" TEXT NOT NULL DEFAULT '';
ALTER TABLE "map" ADD COLUMN "pair_role" TEXT NOT NULL DEFAULT '';
ALTER TABLE "map" ADD COLUMN "review" TEXT NOT NULL DEFAULT '';
