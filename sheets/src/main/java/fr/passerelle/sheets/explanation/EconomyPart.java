package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.economy.EconomicModel;
import fr.passerelle.rules.economy.EconomicModel.BreakEven;
import fr.passerelle.rules.economy.EconomicModel.ModelYear;
import fr.passerelle.rules.economy.YearReconciliation;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Quantities;
import fr.passerelle.sheets.french.Textes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What running a tiers lieu would cost an EPCI, bring it and leave it, by year. */
record EconomyPart(Plan plan, @Nullable Intercommunalite told) {

    List<Block> blocks() {
        return EconomicModel.of(plan, told)
                .map(this::blocks)
                .orElseGet(() -> List.of(new Block.Paragraph(Textes.say("projet.modele.absent"))));
    }

    private List<Block> blocks(EconomicModel model) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Textes.say(
                "projet.modele.texte",
                Map.of(
                        "siege",
                        plan.getTiersLieu() == null ? "non" : "oui",
                        "essai",
                        plan.getDemonstration() ? "oui" : "non"))));
        blocks.add(new Block.Grid(
                Textes.say("projet.modele.legende"),
                List.of("Année", "Charges", "Aide régionale", "Recettes", "Reste au plus", "Reste au moins"),
                model.years().stream().map(EconomyPart::row).toList()));
        Stream.of(reconciled(model), balance(model), uncounted(model), Textes.say("projet.modele.calcul"))
                .filter(said -> !said.isEmpty())
                .map(Block.Paragraph::new)
                .forEach(blocks::add);
        return blocks;
    }

    private String reconciled(EconomicModel model) {
        List<String> years = YearReconciliation.of(plan, model).stream()
                .map(EconomyPart::reconciled)
                .toList();
        return years.isEmpty() ? "" : Textes.say("projet.restes", Map.of("annees", String.join(" ", years)));
    }

    private static String balance(EconomicModel model) {
        return Textes.say(
                "projet.equilibre",
                Map.of(
                        "connu", model.prudent() instanceof BreakEven.Unknown ? "non" : "oui",
                        "prudent", told(model.prudent()),
                        "favorable", told(model.hopeful())));
    }

    private static String uncounted(EconomicModel model) {
        List<String> services = model.uncounted().stream()
                .map(name -> Textes.word("projet.service", name.name()))
                .toList();
        return services.isEmpty() ? "" : Textes.say("projet.modele.manque", Map.of("services", Textes.and(services)));
    }

    private static String reconciled(YearReconciliation year) {
        return Textes.say(
                "projet.reste",
                Map.of(
                        "n", year.year(),
                        "cout", Quantities.euros(year.cost()),
                        "aide", Quantities.euros(year.aid()),
                        "autres", year.others().signum() == 0 ? "non" : Quantities.euros(year.others()),
                        "reste", Quantities.euros(year.left()),
                        "charges", Quantities.euros(year.otherCharges()),
                        "recettes", Quantities.euros(year.receipts()),
                        "modele", left(year.modelled())));
    }

    private static List<String> row(ModelYear year) {
        return List.of(
                Textes.say("projet.annee", Map.of("n", year.number())),
                Quantities.euros(year.charges()),
                Quantities.euros(year.aid()),
                year.receiptsLow().equals(year.receiptsHigh())
                        ? Quantities.euros(year.receiptsLow())
                        : Textes.say(
                                "projet.de.a",
                                Map.of(
                                        "bas", Quantities.euros(year.receiptsLow()),
                                        "haut", Quantities.euros(year.receiptsHigh()))),
                left(year.most()),
                left(year.least()));
    }

    /** Below zero it is a surplus. */
    private static String left(@Nullable BigDecimal euros) {
        return euros == null || euros.signum() >= 0
                ? Quantities.euros(euros)
                : Textes.say("projet.excedent", Map.of("euros", Quantities.euros(euros.negate())));
    }

    private static String told(BreakEven breakEven) {
        return switch (breakEven) {
            case BreakEven.Reached reached ->
                Textes.say("projet.equilibre.atteint", Map.of("n", reached.subscriptions()));
            case BreakEven.OutOfReach out -> Textes.say("projet.equilibre.hors");
            case BreakEven.Unknown unknown -> Textes.say("projet.equilibre.inconnu");
        };
    }
}
