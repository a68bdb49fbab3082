package fr.passerelle.cli.export;

import fr.passerelle.dataset.Provenance;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The formats of an export. */
public enum ExportFormat {
    /** For a spreadsheet or a script. */
    CSV("csv", CsvFile::write),
    /** For a spreadsheet. */
    XLSX("xlsx", XlsxFile::write),
    /** For DuckDB, Python, R. */
    PARQUET("parquet", ParquetFile::write),
    /** For a map. */
    GEOJSON("geojson", GeoJsonFile::write),
    /** The national standard of places of digital mediation. */
    MEDNUM("csv", CsvFile.Standard.MEDNUM::write),
    /** The grants of the Socle commun des données locales. */
    SCDL("csv", CsvFile.Standard.SCDL::write);

    private interface Writer {

        List<Path> write(Provenance of, Table<?> table, Path file, boolean force);
    }

    private final String suffix;
    private final Writer writer;

    ExportFormat(String suffix, Writer writer) {
        this.suffix = suffix;
        this.writer = writer;
    }

    /** Its name in commands. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the names of its files end, without the dot. */
    public String suffix() {
        return suffix;
    }

    /**
     * Writes a dataset into files, the one with the rows first, in the place of others if it may; {@link UnusableFile} where one cannot be written,
     * or the dataset does not go into this format.
     */
    public List<Path> write(Provenance of, Table<?> table, Path file, boolean force) {
        return writer.write(of, table, file, force);
    }
}
