package fr.passerelle.sources.table;

import fr.passerelle.sources.archive.Zip;
import org.jspecify.annotations.Nullable;

/** A table in an archive: the file is the archive. */
final class ArchivedTable implements RawTable {

    private final RawTable inner;
    private final Zip archive;
    private final String name;
    private final String entry;

    ArchivedTable(RawTable inner, Zip archive, String name, String entry) {
        this.inner = inner;
        this.archive = archive;
        this.name = name;
        this.entry = entry;
    }

    @Override
    public @Nullable RawRow next() {
        return inner.next();
    }

    @Override
    public void settle(RowLayout rows) {
        inner.settle(rows);
    }

    @Override
    public int width() {
        return inner.width();
    }

    @Override
    public PassedLines lines() {
        return inner.lines();
    }

    @Override
    public String sha256() {
        return SheetTable.sha256(archive, name);
    }

    @Override
    public String recordSha256() {
        return inner.recordSha256();
    }

    @Override
    public Traits traits() {
        return inner.traits();
    }

    @Override
    public String part() {
        return Archive.part(archive, entry) + inner.part();
    }

    @Override
    public void close() {
        try (archive) {
            inner.close();
        }
    }
}
