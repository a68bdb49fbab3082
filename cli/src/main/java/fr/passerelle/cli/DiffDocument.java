package fr.passerelle.cli;

import fr.passerelle.published.difference.Diff;
import fr.passerelle.published.difference.EpciDiff;
import fr.passerelle.published.difference.EuroLine;
import fr.passerelle.published.difference.ThingDiff;
import fr.passerelle.published.replay.Replay;
import fr.passerelle.schemas.event.TotauxExecution;
import fr.passerelle.schemas.event.ValeurChangee;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.french.DifferenceWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison as people read it: what is compared, the totals, then each intercommunalité for which something differs. */
final class DiffDocument {

    private final Diff diff;
    private final DiffWords words;

    private DiffDocument(Diff diff) {
        this.diff = diff;
        this.words = new DiffWords(diff);
    }

    static Document of(Diff diff) {
        DiffDocument document = new DiffDocument(diff);
        return new Document(
                "Rejeu " + diff.replay().id() + (diff.base().demonstration() ? " (reconstitution)" : "")
                        + " : ce qui changerait",
                Stream.of(
                                document.warnings(),
                                Stream.of(document.compared(), document.counts(), document.totals()),
                                Stream.of(euros(euroTitle(diff), diff.euros())),
                                diff.epcis().stream().flatMap(document::epci))
                        .flatMap(blocks -> blocks)
                        .toList());
    }

    private Stream<Block> warnings() {
        List<Block> warnings = new ArrayList<>();
        if (diff.base().demonstration()) {
            warnings.add(new Block.Paragraph(
                    "RECONSTITUTION : exercice sur données reconstituées, ne vaut pas proposition."));
        }
        if (diff.isIllustration()) {
            String which = Stream.of(diff.before(), diff.after())
                    .filter(bareme -> bareme.isIllustration())
                    .map(bareme -> bareme.id())
                    .distinct()
                    .collect(Collectors.joining(" et "));
            warnings.add(new Block.Paragraph("ILLUSTRATION : le barème " + which
                    + " n'a pas été voté, ce qu'il donne ne vaut pas proposition."));
        }
        return warnings.stream();
    }

    private Block compared() {
        Replay replay = diff.replay();
        return new Block.Grid(
                "Ce qui est comparé",
                List.of("Quoi", "Avant", "Après"),
                List.of(
                        List.of("calcul", "exécution " + diff.base().id(), "rejeu " + replay.id()),
                        List.of("barème", DiffWords.bareme(diff.before()), DiffWords.bareme(diff.after())),
                        List.of(
                                "mois",
                                Objects.requireNonNullElse(diff.base().asOf(), CommandFrench.NONE),
                                replay.asOf()),
                        List.of(
                                "empreinte",
                                Objects.requireNonNullElse(diff.base().resultHash(), CommandFrench.NONE),
                                Objects.requireNonNullElse(replay.resultHash(), CommandFrench.NONE)),
                        List.of("portée", "toute la région", words.scope(replay.scope())),
                        List.of("motif", CommandFrench.NONE, replay.reason())));
    }

    private Block counts() {
        int changed = diff.epcis().size();
        return new Block.Paragraph(CommandFrench.counted(
                        changed, "intercommunalité change", "intercommunalités changent")
                + ", " + CommandFrench.counted(diff.unchanged(), "reste telle quelle", "restent telles quelles") + ". "
                + CommandFrench.counted(
                        diff.changes().list().size(),
                        "proposition change de conclusion",
                        "propositions changent de conclusion")
                + ", " + CommandFrench.number(diff.changes().same()) + " non.");
    }

    private Block totals() {
        return new Block.Grid(
                "En tout",
                List.of("Quoi", "Avant", "Après"),
                List.of(
                        total("tiers lieux proposés", TotauxExecution::getTiersLieux),
                        total("étapes de médiation nomade", TotauxExecution::getEtapes),
                        total("salles à instruire", TotauxExecution::getAInstruire),
                        total("salles aux données insuffisantes", TotauxExecution::getDonneesInsuffisantes),
                        total(
                                "intercommunalités dont la proposition ne tient pas sur toute la marge",
                                TotauxExecution::getFragiles)));
    }

    private List<String> total(String name, Function<TotauxExecution, Integer> count) {
        return List.of(
                name,
                CommandFrench.number(count.apply(diff.totalsBefore())),
                CommandFrench.number(count.apply(diff.totalsAfter())));
    }

    private static String euroTitle(Diff diff) {
        return (diff.replay().scope().isRegion()
                        ? "Aide de la région, où les coûts sont connus"
                        : "Aide, dans la portée")
                + ", en euros";
    }

    private static Block euros(String title, List<EuroLine> lines) {
        return new Block.Grid(
                title,
                List.of("Ligne", "Avant", "Après", "Écart"),
                lines.stream()
                        .map(line -> List.of(
                                DiffWords.line(line.what()),
                                CommandFrench.amount(line.before()),
                                CommandFrench.amount(line.after()),
                                DiffWords.growth(line)))
                        .toList());
    }

    private Stream<Block> epci(EpciDiff epci) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, epci.name() + " (" + epci.epci() + ")"));
        List<List<String>> rows = epci.things().stream().flatMap(this::rows).toList();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Grid("Ce qui change", List.of("Objet", "Quoi", "Avant", "Après", "Pourquoi"), rows));
        }
        if (epci.costsOtherwise()) {
            blocks.add(euros("Aide, en euros", epci.euros()));
            epci.aidCauses().stream()
                    .map(cause -> DifferenceWords.PLAIN.cause(epci.epci(), cause))
                    .map(why -> new Block.Paragraph("Pourquoi : " + why + "."))
                    .forEach(blocks::add);
        }
        epci.gaps().forEach(gap -> blocks.add(new Block.Paragraph(words.gap(gap))));
        epci.decisions().forEach(decision -> blocks.add(new Block.Paragraph(words.decision(decision))));
        return blocks.stream();
    }

    /** Amounts have a table of their own. */
    private Stream<List<String>> rows(ThingDiff thing) {
        String causes = DifferenceWords.PLAIN.reason(thing.id(), thing.causes());
        String which = thing.type() == ThingDiff.Type.PLAN ? "plan" : thing.name() + " (" + thing.id() + ")";
        String why = causes.isEmpty() ? CommandFrench.NONE : causes;
        return Stream.concat(
                thing.values().stream()
                        .filter(value -> !isAmount(value) && !ScoreWords.isPart(value))
                        .map(value -> List.of(
                                which,
                                DifferenceWords.what(value.getWhat()),
                                words.value(value.getBefore()),
                                words.value(value.getAfter()),
                                why)),
                ScoreWords.of(thing).stream()
                        .map(score -> List.of(which, "note (de, à)", score.before(), score.after(), why)));
    }

    private boolean isAmount(ValeurChangee value) {
        return diff.euros().stream().anyMatch(line -> line.what().equals(value.getWhat()));
    }
}
