package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.sheets.form.Block;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyPartTest {

    @Test
    void givesOthersAColumnSoThatEachRowAddsUp() {
        Dossier dossier = Fictitious.a();
        dossier.plan().setAid(List.of(investment("30000.00", "15000.00", "3000.00"), unknown()));
        dossier.plan().setAidTotal(new BigDecimal("15000.00"));
        dossier.plan().setLeftTotal(new BigDecimal("3000.00"));

        assertThat(table(dossier).header())
                .containsExactly("Ligne", "Coût", "Aide", "Autres financements", "Reste à charge", "Ce qui décide");
        assertThat(table(dossier).rows())
                .extracting(row -> String.join(" | ", row).replaceAll("[\\u00a0\\u202f]", " "))
                .contains(
                        "Investissement | 30 000 € | 15 000 € | 12 000 € | 3 000 € | plafond",
                        "Total | 30 000 € | 15 000 € | 12 000 € | 3 000 € | ");
    }

    @Test
    void hasNoSuchColumnWhereOthersPayNothing() {
        Dossier dossier = Fictitious.a();
        dossier.plan().setAid(List.of(investment("18000.00", "15000.00", "3000.00")));

        assertThat(table(dossier).header())
                .doesNotContain("Autres financements")
                .hasSize(5);
    }

    private static Block.Grid table(Dossier dossier) {
        return new MoneyPart(dossier)
                .blocks()
                .filter(Block.Grid.class::isInstance)
                .map(Block.Grid.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static AidLine investment(String cost, String aid, String left) {
        return AidLine.newBuilder(Fictitious.study())
                .setLine(AidLineName.INVESTISSEMENT)
                .setCost(new BigDecimal(cost))
                .setAid(new BigDecimal(aid))
                .setLeft(new BigDecimal(left))
                .setDecidedBy("PLAFOND")
                .build();
    }

    private static AidLine unknown() {
        return AidLine.newBuilder(Fictitious.study())
                .setCost(null)
                .setAid(null)
                .setLeft(null)
                .setDecidedBy("COUT_INCONNU")
                .build();
    }
}
