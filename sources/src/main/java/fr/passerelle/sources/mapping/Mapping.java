package fr.passerelle.sources.mapping;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.table.TraceColumns;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.sources.cell.Forms;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import fr.passerelle.sources.table.Reading;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a file is read and what its records become. */
public final class Mapping {

    /** The file has the columns of its schema; charset and dialect are found out. */
    public static final Mapping CANONICAL = new Mapping("", Reading.UNDECLARED);

    /** The file is an export of rejects, corrected. */
    public static final Mapping RESUBMISSION = new Mapping(TraceColumns.MAPPING, Reading.UNDECLARED);

    private final String text;
    private final Reading reading;
    private final MappingDescription mappingDescription;
    private final int headerLine;
    private final @Nullable Recipe recipe;

    /** A file that has the columns of its schema and is read as declared. */
    private Mapping(String text, Reading reading) {
        this(text, reading, MappingDescription.NOTHING, HeaderSearch.FIND, null);
    }

    /**
     * @param headerLine line of the header, {@link HeaderSearch#FIND} or {@link HeaderSearch#NONE}
     * @param recipe null where the file has the columns of its schema
     */
    public Mapping(
            String text,
            Reading reading,
            MappingDescription mappingDescription,
            int headerLine,
            @Nullable Recipe recipe) {
        this.text = text;
        this.reading = reading;
        this.mappingDescription = mappingDescription;
        this.headerLine = headerLine;
        this.recipe = recipe;
    }

    /**
     * Reads a mapping.
     *
     * @throws InvalidYaml when it cannot be read or is not right; it says all that is wrong
     */
    public static Mapping read(Path file) {
        return MappingFile.read(file);
    }

    /**
     * Reads a mapping from its text.
     *
     * @param name what it is called in messages, such as the name of its file
     * @throws InvalidYaml when it is not right; it says all that is wrong
     */
    public static Mapping parse(String text, String name) {
        return MappingReader.read(text, name);
    }

    /**
     * A mapping that a run keeps: by its {@link #text}, of whatever kind.
     *
     * @param name what it is called in messages
     * @throws InvalidYaml when it is not right any more
     */
    public static Mapping written(String text, String name) {
        if (text.equals(RESUBMISSION.text)) {
            return RESUBMISSION;
        }
        return text.isEmpty() ? CANONICAL : parse(text, name);
    }

    /** Whether the file is an export of rejects, corrected. */
    public boolean resubmits() {
        return text.equals(RESUBMISSION.text);
    }

    /** The mapping as it is written; empty for {@link #CANONICAL}. */
    public String text() {
        return text;
    }

    /** How the bytes of the file are read. */
    public Reading reading() {
        return reading;
    }

    /** The source's own id, fit for logs and messages; empty for {@link #CANONICAL}. */
    public String name() {
        return mappingDescription.name();
    }

    /** Name of the table that the rows go to; empty for {@link #CANONICAL}. */
    public String table() {
        return mappingDescription.table();
    }

    /** What the source is, for people; empty where it is not said. */
    public String title() {
        return mappingDescription.title();
    }

    /** Where the source comes from, for people: {@code producteur}, {@code licence}, {@code adresse}, as far as they are said. */
    public Map<String, String> origin() {
        return mappingDescription.origin();
    }

    /** Whether a file of that name, without its folder, is one of this source. Never for {@link #CANONICAL}. */
    public boolean takes(String fileName) {
        return mappingDescription.files().stream().anyMatch(glob -> glob.fits(fileName));
    }

    /** Whether the first record is already data, since the file has no header: there is then none to search. */
    public boolean headless() {
        return headerLine == HeaderSearch.NONE;
    }

    /** The register that its rows are numbered in; empty for the region's own. */
    public String register() {
        return recipe == null ? "" : recipe.register();
    }

    /** Whether its rows go on with lines that are known in the register under other identities. */
    public boolean continues() {
        return recipe != null && recipe.continues();
    }

    /** Whether its periods may end after the month of the night. */
    public boolean forecasts() {
        return recipe != null && recipe.forecasts();
    }

    /** Whether the lines that it tells of one period of a room and activity are to be added up. */
    public boolean adds() {
        return recipe != null && recipe.adds();
    }

    /** Columns of the file that look like persons and say nobody, each with the reason. */
    public Map<String, String> admissions() {
        return recipe == null ? Map.of() : recipe.admissions();
    }

    /** A search for the header of a file. */
    public HeaderSearch search(String file) {
        if (recipe == null) {
            return new FirstRecord(file);
        }
        return headerLine == HeaderSearch.FIND ? new NamedColumns(file, recipe) : new DeclaredLine(file, headerLine);
    }

    /** What is declared of the cells of a column of the schema. */
    public Forms forms(String column) {
        return recipe == null ? Forms.UNDECLARED : recipe.forms(column);
    }

    /**
     * Meets the header of a file.
     *
     * @param file what the file is called in messages
     * @throws UnusableFile when the header is not what the mapping says
     */
    public Binding bind(String file, RawRow header, TableSchema schema) {
        if (resubmits()) {
            return new ResubmittedMapping(file, header, schema);
        }
        return recipe == null
                ? new CanonicalMapping(schema.header(), new Header(file, header, schema).places())
                : bind(file, header.line(), FileColumns.of(header.texts()), recipe, schema);
    }

    /**
     * Meets a file that is {@link #headless}: its columns are called A, B, C…
     *
     * @param file what the file is called in messages
     * @param width how many columns it has
     * @throws UnusableFile when it is empty, or has not the columns that the mapping says
     */
    public Binding bind(String file, int width, TableSchema schema) {
        if (width == 0) {
            throw FirstRecord.empty(file);
        }
        return bind(file, 1, FileColumns.lettered(width), Objects.requireNonNull(recipe), schema);
    }

    private Binding bind(String file, long line, FileColumns columns, Recipe met, TableSchema schema) {
        String where = "Le fichier « %s », ligne %d, ne va pas avec le mapping « %s »"
                .formatted(file, line, mappingDescription.name());
        return new Binder(columns, met, schema).bind(where, headless());
    }
}
