package fr.passerelle.cli.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.economy.WorkedEconomy;
import fr.passerelle.rules.explanation.Proposals;
import fr.passerelle.rules.frequentation.LogFold;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.sheets.form.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The case of {@code docs/worked-cases.md} as it is exported. */
class PlanTableTest {

    private final Table<?> table = PlanTable.shares(situation());

    @Test
    void hasOneRowACommuneAndAKey() {
        assertThat(column("cle"))
                .containsExactly("HABITANTS", "HABITANTS", "HABITANTS", "SEANCES", "SEANCES", "SEANCES");
        assertThat(column("code_insee")).containsExactly("02001", "02002", "02003", "02001", "02002", "02003");
        assertThat(column("poids")).containsExactly(4_000L, 2_500L, 1_501L, 4L, 2L, 1L);
    }

    @Test
    void addsUpToWhatStaysUnderEachKey() {
        assertThat(column("etude_reste").subList(0, 3))
                .containsExactly(new BigDecimal("1999.75"), new BigDecimal("1249.84"), new BigDecimal("750.41"));
        assertThat(sum("etude_reste")).isEqualByComparingTo("8000.00");
        assertThat(sum("cout_annee_4")).isEqualByComparingTo("140000.00");
        assertThat(sum("reste_total")).isEqualByComparingTo("326000.00");
    }

    private BigDecimal sum(String name) {
        return column(name).stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Object> column(String name) {
        return Situations.cells(table, name).stream()
                .<Object>map(Objects::requireNonNull)
                .toList();
    }

    private static DatasetSource situation() {
        LogFold log = new LogFold();
        log.take(EpciDescribed.newBuilder()
                .setEpci(Situations.EPCI)
                .setName("CC de l'essai")
                .setPopulation(8_001)
                .setCommunes(WorkedEconomy.COMMUNES)
                .setPublicPlaces(List.of())
                .build());
        return Situations.of(
                log,
                Proposals.of(
                        List.of(),
                        WorkedEconomy.CONVERSIONS,
                        List.of(WorkedEconomy.plan().build())),
                ToldCalendar.NONE,
                false);
    }
}
