package fr.passerelle.cli.export;

import fr.passerelle.dataset.Dataset;
import fr.passerelle.dataset.Provenance;
import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.sheets.form.Table;
import fr.passerelle.sheets.form.Table.Column;
import fr.passerelle.sheets.form.Table.Kind;
import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;

/** Every dataset of a run in one folder: a CSV each, and {@code datapackage.json}, which describes them as Frictionless' Data Package has it. */
public final class DataPackage {

    private static final String DESCRIPTION = "datapackage.json";

    private final Path folder;
    private final boolean force;
    private final List<Map<String, Object>> resources = new ArrayList<>();

    /** An empty one, in a folder made where it is not there; {@link UnusableFile} where a file of it could not be written, or replaced. */
    public DataPackage(Path folder, boolean force) {
        OutputFile.requireFree(
                folder,
                Stream.concat(Arrays.stream(Dataset.values()).map(DataPackage::fileName), Stream.of(DESCRIPTION))
                        .toList(),
                force);
        this.folder = folder;
        this.force = force;
    }

    /** Writes one of its datasets. */
    public Path add(Dataset dataset, Table<?> table) {
        Path file = folder.resolve(fileName(dataset));
        CsvFile.writeUnmarked(table, file, force);
        resources.add(resource(dataset, table, file));
        return file;
    }

    /** Describes those that were written, once all are: what a run gives is described in the same bytes each time. */
    public Path describe(Provenance provenance) {
        Path file = folder.resolve(DESCRIPTION);
        OutputFile.writeJson(file, force, document(provenance));
        return file;
    }

    private Map<String, Object> document(Provenance provenance) {
        String run = provenance.run().id();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("profile", "tabular-data-package");
        document.put("name", "passerelle-" + run.toLowerCase(Locale.ROOT) + (provenance.published() ? "-public" : ""));
        document.put("title", "Passerelle : les jeux de données de l'exécution " + run);
        document.put("description", provenance.warning());
        document.put("version", run);
        document.put("created", provenance.publishedAt().toString());
        document.put("licenses", List.of(licence(provenance.published())));
        Map<String, String> origin = provenance.entries();
        origin.remove("jeu");
        document.put("passerelle", origin);
        document.put("resources", resources);
        return document;
    }

    private static Map<String, String> licence(boolean published) {
        Map<String, String> licence = new LinkedHashMap<>();
        licence.put("name", published ? "etalab-2.0" : "other-closed");
        licence.put("title", published ? "Licence Ouverte 2.0" : "Diffusion interne : ni publication ni réutilisation");
        if (published) {
            licence.put("path", "https://spdx.org/licenses/etalab-2.0.html");
        }
        return licence;
    }

    private static String fileName(Dataset dataset) {
        return dataset.id() + ".csv";
    }

    private static Map<String, Object> resource(Dataset dataset, Table<?> table, Path file) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("profile", "tabular-data-resource");
        resource.put("name", dataset.id());
        resource.put("title", dataset.says());
        resource.put("path", file.getFileName().toString());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("dialect", Map.of("delimiter", ";"));
        resource.put("bytes", Uncheck.apply(Files::size, file));
        resource.put("hash", "sha256:" + Uncheck.apply(Sha256::of, file));
        resource.put("schema", schema(table.columns()));
        return resource;
    }

    private static Map<String, Object> schema(List<? extends Column<?>> columns) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("fields", columns.stream().map(DataPackage::field).toList());
        schema.put("missingValues", List.of(""));
        return schema;
    }

    private static Map<String, Object> field(Column<?> column) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", column.name());
        field.put("type", column.kind() == Kind.DECIMAL ? "number" : CsvFile.datatype(column.kind()));
        field.put("description", column.says());
        if (column.kind() == Kind.BOOLEAN) {
            field.put("trueValues", List.of("oui"));
            field.put("falseValues", List.of("non"));
        }
        return field;
    }
}
