package fr.passerelle.demo.reconstruction;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The public facts of the reconstruction: communes by INSEE code, EPCI names by SIREN, rooms as their file names them. */
record PublicFacts(Map<String, Commune> communes, Map<String, String> epciNames, List<KnownRoom> known) {

    private static final String COMMUNES = "sources/src/main/resources/facts/communes-picardie.csv";
    private static final String KNOWN_ROOMS = "dev/demo/facts/salles-connues.csv";

    /** A room that was really named: its commune and how it was run, as cited, and the INSEE code of today. */
    record KnownRoom(String commune, String mode, String insee) {

        boolean autonomous() {
            return mode.startsWith("autonome");
        }

        String name() {
            return mode.startsWith("Le Blog46") ? "Le Blog46" : "Picardie en ligne " + commune;
        }
    }

    /** Reads them from the repository: the communes shipped with the nightly job, and the known rooms beside the demonstration. */
    static PublicFacts read(Path root) throws IOException {
        Map<String, Commune> communes = new TreeMap<>();
        Map<String, String> epciNames = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(root.resolve(COMMUNES))) {
            reader.forEach(row -> {
                communes.put(row.getField("code_insee"), commune(row));
                epciNames.put(row.getField("epci_siren"), row.getField("epci_nom"));
            });
        }
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(root.resolve(KNOWN_ROOMS))) {
            return new PublicFacts(
                    communes,
                    epciNames,
                    reader.stream()
                            .map(row -> new KnownRoom(
                                    row.getField("commune_citee"), row.getField("mode"), row.getField("code_insee")))
                            .toList());
        }
    }

    /** Communes of each EPCI, the most populated first. */
    Map<String, List<Commune>> byEpci() {
        return communes.values().stream()
                .filter(commune -> !commune.epci().isEmpty())
                .sorted(Comparator.comparingInt(Commune::population).reversed().thenComparing(Commune::insee))
                .collect(Collectors.groupingBy(Commune::epci, TreeMap::new, Collectors.toList()));
    }

    Commune commune(String insee) {
        Commune commune = communes.get(insee);
        if (commune == null) {
            throw new IllegalArgumentException("No commune has the INSEE code " + insee);
        }
        return commune;
    }

    private static Commune commune(NamedCsvRecord row) {
        return new Commune(
                row.getField("code_insee"),
                row.getField("nom"),
                Integer.parseInt(row.getField("population")),
                row.getField("epci_siren"),
                row.getField("siren"),
                Double.parseDouble(row.getField("latitude")),
                Double.parseDouble(row.getField("longitude")));
    }

    /** A real commune, with the SIREN of its intercommunalité and its centroid in WGS 84 degrees. */
    record Commune(
            String insee, String name, int population, String epci, String siren, double latitude, double longitude) {

        private static final double EARTH_RADIUS_M = 6_371_008.8;

        /** Great-circle distance between centroids, metres. */
        double distanceTo(Commune other) {
            double up = StrictMath.sin(StrictMath.toRadians(other.latitude - latitude) / 2);
            double across = StrictMath.sin(StrictMath.toRadians(other.longitude - longitude) / 2);
            double cosines = StrictMath.cos(StrictMath.toRadians(latitude))
                    * StrictMath.cos(StrictMath.toRadians(other.latitude));
            return 2 * EARTH_RADIUS_M * StrictMath.asin(StrictMath.sqrt(up * up + cosines * across * across));
        }
    }
}
