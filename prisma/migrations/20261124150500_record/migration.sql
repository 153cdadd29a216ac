-- AlterTable
ALTER TABLE "child" ADD COLUMN     "communication_needs" TEXT,
ADD COLUMN     "if_at_night" TEXT,
ADD COLUMN     "if_in_danger" TEXT,
ADD COLUMN     "if_missing" TEXT,
ADD COLUMN     "pronouns" TEXT;
