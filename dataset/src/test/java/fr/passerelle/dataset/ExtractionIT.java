package fr.passerelle.dataset;

import static fr.passerelle.local.fixture.Csv.month;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.batch.fixture.Import;
import fr.passerelle.batch.fixture.SilentBatch;
import fr.passerelle.local.fixture.Csv;
import fr.passerelle.local.test.TestServers;
import fr.passerelle.local.test.WithServers;
import fr.passerelle.sheets.form.Table;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Two rooms of one EPCI and one month, over the runs that late registers make: what anybody sees of them, and what the region does. */
@WithServers
class ExtractionIT {

    private static final String BERTHENICOURT = "02075";

    @AutoClose
    private final ConfigurableApplicationContext context;

    private final Extraction extraction;
    private final Import night;

    ExtractionIT(TestServers servers) {
        context = SilentBatch.on(servers);
        extraction = context.getBeanFactory().createBean(Extraction.class);
        night = new Import(servers);
    }

    @Test
    void showsOfALateCountNothingThatSubtractionTells() {
        night.rooms(Csv.room("S-1", BERTHENICOURT), Csv.room("S-2", BERTHENICOURT));
        night.publish();
        for (int[] presences : new int[][] {{40, 3}, {42, 5}, {43, 12}, {51, 14}, {44, 9}}) {
            night.attendance(month("A", "S-1", "2017-03", presences[0]), month("B", "S-2", "2017-03", presences[1]));
            night.publish();
            night.end();
        }

        assertThat(presences(Dataset.FREQUENTATION, true))
                .containsExactly("40 null", "40 null", "40 12", "51 12", "40 null");
        assertThat(presences(Dataset.FREQUENTATION_EPCI, true)).containsExactly("40", "40", "52", "63", "40");
        assertThat(presences(Dataset.FREQUENTATION, false)).containsExactly("40 3", "42 5", "43 12", "51 14", "44 9");
        assertThat(presences(Dataset.FREQUENTATION_EPCI, false)).containsExactly("43", "47", "55", "65", "53");
    }

    private List<String> presences(Dataset dataset, boolean published) {
        return IntStream.rangeClosed(2, 6)
                .mapToObj(run -> extraction.provenance(dataset.id(), (long) run, published))
                .map(provenance -> String.join(" ", march(extraction.of(dataset, provenance, insee -> List.of()))))
                .toList();
    }

    private static List<String> march(Table<?> table) {
        List<String> months = Situations.column(table, "mois");
        List<String> presences = Situations.column(table, "presences");
        return IntStream.range(0, months.size())
                .filter(row -> months.get(row).equals("2017-03"))
                .mapToObj(presences::get)
                .toList();
    }
}
