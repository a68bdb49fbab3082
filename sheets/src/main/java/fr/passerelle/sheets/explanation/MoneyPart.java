package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.financing.Decision;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the region would pay, and what stays with the EPCI. */
record MoneyPart(Dossier dossier) {

    Stream<Sentence> sentences() {
        return dossier.plan().getSiege() == null ? study() : Stream.of(aid(), yearFour());
    }

    private Sentence aid() {
        Plan plan = dossier.plan();
        BigDecimal aid = plan.getAidTotal();
        BigDecimal left = plan.getLeftTotal();
        return aid == null || left == null
                ? Sentence.kept("maire.aide.plafond", Map.of("plafond", ceiling(), "etude", dossier.study()))
                : Sentence.kept(
                        "maire.aide",
                        Map.of(
                                "aide",
                                aid,
                                "reste",
                                left,
                                "postes",
                                costed(),
                                "complet",
                                isComplete() ? "oui" : "non"));
    }

    /** The most that the region could pay: nothing for a study that the EPCI refused. */
    private BigDecimal ceiling() {
        BigDecimal all = dossier.plan().getTheoreticalCeiling();
        return studyLine()
                .filter(Decision.REFUSEE::of)
                .map(line -> all.subtract(most(line)))
                .findFirst()
                .orElse(all);
    }

    /** What the amounts are for: the lines whose cost is known. */
    private String costed() {
        List<AidLineName> known = dossier.plan().getAid().stream()
                .filter(line -> line.getCost() != null)
                .map(AidLine::getLine)
                .toList();
        List<String> told = new ArrayList<>();
        known.stream()
                .filter(line -> !isRunning(line))
                .forEach(line -> told.add(Textes.say("maire.aide." + line.name())));
        long years = known.stream().filter(MoneyPart::isRunning).count();
        if (years > 0) {
            told.add(Textes.say("maire.aide.FONCTIONNEMENT", Map.of("n", years)));
        }
        return Textes.and(told);
    }

    private static boolean isRunning(AidLineName line) {
        return line.compareTo(AidLineName.FONCTIONNEMENT_1) >= 0;
    }

    private boolean isComplete() {
        return dossier.plan().getAid().stream().noneMatch(Decision.COUT_INCONNU::of);
    }

    private Sentence yearFour() {
        BigDecimal cost = dossier.plan().getYear4Cost();
        return Sentence.kept(
                "maire.annee4",
                Map.of(
                        "connu",
                        cost == null ? "non" : "oui",
                        "cout",
                        Objects.requireNonNullElse(cost, BigDecimal.ZERO)));
    }

    private Stream<Sentence> study() {
        return studyLine().map(this::study);
    }

    private Stream<AidLine> studyLine() {
        return dossier.plan().getAid().stream().filter(line -> line.getLine() == AidLineName.ETUDE);
    }

    private Sentence study(AidLine line) {
        BigDecimal aid = line.getAid();
        BigDecimal left = line.getLeft();
        if (Decision.REFUSEE.of(line)) {
            return Sentence.kept("maire.etude.refusee", bounds(line));
        }
        return aid == null || left == null
                ? Sentence.kept("maire.aide.etude", bounds(line))
                : Sentence.kept(
                        "maire.aide.etude.connue", Map.of("aide", aid, "reste", left, "etude", dossier.study()));
    }

    private Map<String, Object> bounds(AidLine study) {
        return Map.of("taux", study.getRate(), "plafond", most(study), "etude", dossier.study());
    }

    /** The most that the aid can be: the ceiling of the line is that of the cost where the règlement says so. */
    private BigDecimal most(AidLine study) {
        return dossier.number(Rule.PLAFOND_DU_DISPOSITIF, "etude").orElse(study.getCeiling());
    }
}
