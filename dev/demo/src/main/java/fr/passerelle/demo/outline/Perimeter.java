package fr.passerelle.demo.outline;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has an outline.
 *
 * @param communes those of the region, in the order of their INSEE codes
 * @param beyond what EPCIs that cross the region's edge hold outside of it, in the order of their SIRENs
 */
record Perimeter(List<Part> communes, List<Part> beyond) {

    private static final String COMMUNES = "sources/src/main/resources/facts/communes-picardie.csv";
    private static final String BEYOND = "dev/demo/facts/communes-hors-picardie.csv";

    /**
     * Something that has an outline of its own.
     *
     * @param id INSEE code of a commune, or SIREN of an EPCI
     * @param codes INSEE codes of what it is made of, today's and former ones
     */
    record Part(String id, List<String> codes) {}

    /** As the facts of the repository have it. */
    static Perimeter read(Path root) throws IOException {
        return new Perimeter(parts(root.resolve(COMMUNES), "code_insee"), parts(root.resolve(BEYOND), "epci_siren"));
    }

    private static List<Part> parts(Path file, String key) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .collect(Collectors.groupingBy(
                            row -> row.getField(key),
                            TreeMap::new,
                            Collectors.flatMapping(Perimeter::codes, Collectors.toList())))
                    .entrySet()
                    .stream()
                    .map(part -> new Part(part.getKey(), part.getValue()))
                    .toList();
        }
    }

    private static Stream<String> codes(NamedCsvRecord row) {
        return Stream.concat(
                        Stream.of(row.getField("code_insee")),
                        Arrays.stream(row.getField("anciens_codes").split("\\D+")))
                .filter(code -> !code.isEmpty());
    }
}
