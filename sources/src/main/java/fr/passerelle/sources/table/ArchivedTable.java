package fr.passerelle.sources.table;

import fr.passerelle.sources.archive.Zip;
import org.jspecify.annotations.Nullable;

/** A table in an archive: the file is the archive. */
final class ArchivedTable implements RawTable {

    private final RawTable inner;
    private final Zip archive;
    private final String name;

    ArchivedTable(RawTable inner, Zip archive, String name) {
        this.inner = inner;
        this.archive = archive;
        this.name = name;
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
    public void close() {
        try (archive) {
            inner.close();
        }
    }
}
