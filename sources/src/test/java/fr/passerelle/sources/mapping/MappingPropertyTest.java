package fr.passerelle.sources.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.InvalidYaml;
import fr.passerelle.sources.reject.UnusableFile;
import fr.passerelle.sources.table.RawRow;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds of any mapping and any record; each failure says its seed. */
class MappingPropertyTest {

    private static final int SEEDS = 200;
    private static final TableSchema ATTENDANCE = TableSchema.frequentation();
    private static final String HEAD = "mapping: m\ntable: frequentation\nfichiers: [\"*\"]\n";

    @Test
    void makesOfTheIdentityWhatTheCanonicalReadingMakes() {
        Mapping identity = Mapping.parse(
                HEAD + "colonnes:\n"
                        + ATTENDANCE.header().stream()
                                .map(name -> "  %s: %s\n".formatted(name, name))
                                .collect(Collectors.joining()),
                "identity");
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<String> header = new ArrayList<>(ATTENDANCE.header());
            Collections.shuffle(header, random);
            RawRow head = row(1, header);
            RawRow record = row(2, header.stream().map(name -> text(random)).toList());

            Binding.MappedRecord mappedRecord =
                    identity.bind("f", head, ATTENDANCE).map(record);

            assertThat(cells(mappedRecord))
                    .as("seed %d", seed)
                    .isEqualTo(
                            cells(Mapping.CANONICAL.bind("f", head, ATTENDANCE).map(record)));
        }
    }

    @Test
    void keepsTheSumOfAllCellsFromWideToLong() {
        Mapping wide = Mapping.parse(HEAD + """
            colonnes: {id_salle: Salle, activite: {constante: JEUX}, etat: {constante: OUVERT}}
            mois_en_colonnes: {vers: presences, colonnes: AAAA-MM}
            vides: [NA]
            """, "wide");
        int presences = ATTENDANCE.header().indexOf("presences");
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<String> header = new ArrayList<>(List.of("Salle"));
            List<String> cells = new ArrayList<>(List.of("A"));
            long sum = 0;
            for (int month = 0; month < 1 + random.nextInt(40); month++) {
                header.add(YearMonth.of(2008, 4).plusMonths(month).toString());
                int count = random.nextInt(1000);
                String blank = random.nextBoolean() ? "" : "NA";
                boolean missing = random.nextInt(4) == 0;
                cells.add(missing ? blank : Integer.toString(count));
                sum += missing ? 0 : count;
            }

            Binding.MappedRecord mappedRecord =
                    wide.bind("f", row(1, header), ATTENDANCE).map(row(2, cells));

            assertThat(cells(mappedRecord).stream()
                            .mapToLong(row -> Long.parseLong(row.get(presences)))
                            .sum())
                    .as("seed %d", seed)
                    .isEqualTo(sum);
        }
    }

    @Test
    void refusesBrokenMappingsAndHeadersWithASentenceOnly() {
        String whole = HEAD + """
            lecture: {charset: UTF-8, separateur: ";", entete: 1}
            colonnes:
              id_salle: {de: [Salle, Lieu], traduire: {A: b}, sinon: garder}
              activite: {joindre: [Type, Sorte], avec: "-", si_vide: JEUX}
              etat: {constante: OUVERT}
              presences: {de: Nb, couper: "/", morceau: 1, sur: libre}
            periode: {de: Mois, grain: MOIS}
            couverture: {du: 2016-01, au: 2016-12}
            totaux: {colonne: Salle, valeurs: ["Total*"]}
            ignorer: ["Nom*", ""]
            """;
        for (int seed = 0; seed < SEEDS * 5; seed++) {
            Random random = new Random(seed);
            try {
                Mapping mapping = Mapping.parse(broken(whole, random), "m");
                mapping.bind("f", row(1, header(random)), ATTENDANCE).map(row(2, header(random)));
            } catch (InvalidYaml | UnusableFile refused) {
                assertThat(refused).as("seed %d", seed).hasMessageContaining(" ");
            }
        }
    }

    private static String broken(String text, Random random) {
        StringBuilder broken = new StringBuilder(text);
        for (int i = random.nextInt(4); i > 0; i--) {
            int from = random.nextInt(broken.length());
            String patch = List.of("", ":", "{", "}", "[", "\"", "&a", "*a", "!", "\n", "#", "-", "é", "\uD800", "\t")
                    .get(random.nextInt(15));
            broken.replace(from, Math.min(broken.length(), from + random.nextInt(6)), patch);
        }
        return broken.toString();
    }

    private static List<String> header(Random random) {
        List<String> header = new ArrayList<>(List.of("Salle", "Type", "Sorte", "Nb", "Mois", "Nom usager"));
        Collections.shuffle(header, random);
        return random.nextBoolean() ? header : header.subList(0, 5);
    }

    private static String text(Random random) {
        return List.of("", "A", "2016-01-31", "é\u00A0", "12,5", "MOIS", "#", "\uD835\uDD18")
                .get(random.nextInt(8));
    }

    private static RawRow row(long line, List<String> cells) {
        return new RawRow(line, 1, cells.toArray(String[]::new), cells.size(), new RawRow.Extent(0, 0), null);
    }

    private static List<List<String>> cells(Binding.MappedRecord mappedRecord) {
        return ((Binding.MappedRecord.Rows) mappedRecord)
                .rows().stream().map(List::of).toList();
    }
}
