package fr.passerelle.cli.export.format;

import fr.passerelle.cli.dataset.Extract;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of an export. */
public enum ExportFormat {
    /** For a spreadsheet or a script. */
    CSV("csv", new CsvFormat()),
    /** For a spreadsheet. */
    XLSX("xlsx", new XlsxFormat()),
    /** For DuckDB, Python, R. */
    PARQUET("parquet", new ParquetFormat()),
    /** For a map. */
    GEOJSON("geojson", new GeoJsonFormat()),
    /** The national standard of places of digital mediation. */
    MEDNUM("csv", StandardFormat.MEDNUM),
    /** The grants of the Socle commun des données locales. */
    SCDL("csv", StandardFormat.SCDL);

    private final String suffix;
    private final TableFormat format;

    ExportFormat(String suffix, TableFormat format) {
        this.suffix = suffix;
        this.format = format;
    }

    /** The format that goes by a name; empty where none does. */
    public static Optional<ExportFormat> named(String name) {
        return Arrays.stream(values()).filter(it -> it.id().equals(name)).findFirst();
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
     * Writes a dataset.
     *
     * @param force whether files that are there may be replaced
     * @return the files, the one with the rows first
     * @throws UnusableFile when one cannot be written, or the dataset does not go into this format
     */
    public List<Path> write(Extract extract, Path file, boolean force) {
        return format.write(extract, file, force);
    }
}
