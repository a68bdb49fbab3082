package fr.passerelle.cli.export.format;

import fr.passerelle.cli.dataset.Dataset;
import fr.passerelle.cli.dataset.Extract;
import fr.passerelle.cli.dataset.Provenance;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.sources.reject.UnusableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Every dataset of a run in one folder: a CSV each, and {@code datapackage.json}, which describes them as Frictionless' Data Package has it. */
public final class DataPackage {

    private static final String DESCRIPTION = "datapackage.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final boolean force;
    private final List<Map<String, Object>> resources = new ArrayList<>();

    private DataPackage(Path folder, boolean force) {
        this.folder = folder;
        this.force = force;
    }

    /**
     * An empty one.
     *
     * @param folder made where it is not there
     * @param force whether files that are there may be replaced
     * @throws UnusableFile where one of its files could not be written
     */
    public static DataPackage in(Path folder, boolean force) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UnusableFile(
                    "Le dossier « " + folder + " » ne peut pas être fait : donnez-en un autre.", failure);
        }
        Stream.concat(Arrays.stream(Dataset.values()).map(DataPackage::fileName), Stream.of(DESCRIPTION))
                .forEach(name -> OutputFile.requireFree(folder.resolve(name), force));
        return new DataPackage(folder, force);
    }

    /** Writes one of its datasets. */
    public Path add(Dataset dataset, Extract extract) {
        Path file = folder.resolve(fileName(dataset));
        CsvFormat.writeUnmarked(extract, file, force);
        resources.add(DataResource.of(dataset, extract, file));
        return file;
    }

    /** Describes those that were written, once all are: what a run gives is described in the same bytes each time. */
    public Path describe(Provenance provenance) {
        Path file = folder.resolve(DESCRIPTION);
        byte[] text = JSON.writeValueAsBytes(document(provenance));
        OutputFile.write(file, force, out -> out.write(text));
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
}
