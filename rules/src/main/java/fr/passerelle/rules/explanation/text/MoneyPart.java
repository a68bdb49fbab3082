package fr.passerelle.rules.explanation.text;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Plan;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the region would pay, and what stays with the EPCI. */
record MoneyPart(Plan plan) {

    private static final String REFUSED = "REFUSEE";

    Stream<Sentence> sentences() {
        return plan.getSiege() == null ? study() : Stream.of(aid(), yearFour());
    }

    private Sentence aid() {
        BigDecimal aid = plan.getAidTotal();
        BigDecimal left = plan.getLeftTotal();
        return aid == null || left == null
                ? Sentence.kept("maire.aide.plafond", Map.of("plafond", plan.getTheoreticalCeiling()))
                : Sentence.kept("maire.aide", Map.of("aide", aid, "reste", left));
    }

    private Sentence yearFour() {
        BigDecimal cost = plan.getYear4Cost();
        return Sentence.kept(
                "maire.annee4",
                Map.of(
                        "connu",
                        cost == null ? "non" : "oui",
                        "cout",
                        Objects.requireNonNullElse(cost, BigDecimal.ZERO)));
    }

    private Stream<Sentence> study() {
        return plan.getAid().stream()
                .filter(line -> line.getLine() == AidLineName.ETUDE)
                .map(MoneyPart::study);
    }

    private static Sentence study(AidLine line) {
        return line.getDecidedBy().equals(REFUSED)
                ? Sentence.kept("maire.etude.refusee", Map.of())
                : Sentence.kept("maire.aide.etude", Map.of("taux", line.getRate(), "plafond", line.getCeiling()));
    }
}
