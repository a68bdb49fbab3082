package fr.passerelle.cli;

import fr.passerelle.published.difference.Diff;
import fr.passerelle.published.difference.EpciDiff;
import fr.passerelle.published.difference.EuroLine;
import fr.passerelle.published.difference.ThingDiff;
import fr.passerelle.schemas.event.ValeurChangee;
import fr.passerelle.schemas.text.Formulas;
import fr.passerelle.sheets.french.DifferenceWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A comparison as the rows of a spreadsheet: a row for each value or amount that differs. */
record DiffRows(Diff diff) {

    static final List<String> HEADER = List.of(
            "rejeu",
            "execution_de_base",
            "bareme_avant",
            "bareme_apres",
            "mois",
            "empreinte",
            "epci_siren",
            "epci_nom",
            "objet",
            "id",
            "nom",
            "quoi",
            "avant",
            "apres",
            "pourquoi",
            "donnees",
            "nature_bareme");

    /** All of them, guarded. */
    Stream<List<String>> rows() {
        return diff.epcis().stream()
                .flatMap(epci ->
                        Stream.concat(epci.things().stream().flatMap(thing -> values(epci, thing)), amounts(epci)));
    }

    private Stream<List<String>> values(EpciDiff epci, ThingDiff thing) {
        DiffWords words = new DiffWords(diff);
        String why = DifferenceWords.PLAIN.reason(thing.id(), thing.causes());
        return thing.values().stream()
                .filter(value -> !isAmount(value) && !Objects.equals(value.getBefore(), value.getAfter()))
                .map(value -> row(
                        epci,
                        thing.type() == ThingDiff.Type.PLAN ? "plan" : "salle",
                        thing.id(),
                        thing.name(),
                        DifferenceWords.what(value.getWhat()),
                        words.value(value.getBefore()),
                        words.value(value.getAfter()),
                        why));
    }

    private Stream<List<String>> amounts(EpciDiff epci) {
        return epci.euros().stream()
                .filter(EuroLine::differs)
                .map(line -> row(
                        epci,
                        "plan",
                        epci.epci(),
                        epci.name(),
                        DiffWords.line(line.what()) + " (€)",
                        amount(line.before()),
                        amount(line.after()),
                        epci.causeOf(line.what())
                                .map(cause -> DifferenceWords.PLAIN.cause(epci.epci(), cause))
                                .orElse("")));
    }

    private List<String> row(EpciDiff epci, String... cells) {
        return Stream.of(
                        Stream.of(
                                diff.replay().id(),
                                diff.base().id(),
                                diff.before().id(),
                                diff.after().id(),
                                diff.replay().asOf(),
                                String.valueOf(diff.replay().resultHash()),
                                epci.epci(),
                                epci.name()),
                        Stream.of(cells),
                        Stream.of(
                                diff.base().demonstration() ? "reconstitution" : "",
                                diff.isIllustration() ? "illustration" : ""))
                .flatMap(part -> part)
                .map(Formulas::guarded)
                .toList();
    }

    /** As a French spreadsheet reads a number. */
    private static String amount(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.toPlainString().replace('.', ',');
    }

    private boolean isAmount(ValeurChangee value) {
        return diff.euros().stream().anyMatch(line -> line.what().equals(value.getWhat()));
    }
}
