package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.explanation.NeedComparison;
import fr.passerelle.rules.explanation.NeedComparison.NeedAnswer;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.Codes;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.Textes;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for in the diagnostic of an EPCI beside what is proposed there, with exact counts: for those who have an account.
 *
 * @param lines what most asked for first
 * @param sources where and when it was gathered, oldest first
 * @param unmet how many of the lines are left without an answer
 */
public record NeedTable(List<NeedLine> lines, List<String> sources, long unmet) {

    /** The table of an EPCI, with its communes for their names. */
    public static NeedTable of(Collection<Demande> demandes, Dossier dossier, Collection<Commune> communes) {
        Map<String, String> names = communes.stream().collect(Collectors.toMap(Commune::getInsee, Commune::getName));
        List<NeedComparison> needs = NeedComparison.of(demandes, dossier.plan(), dossier.conversions());
        return new NeedTable(
                needs.stream()
                        .map(need -> NeedLine.of(need, insee -> names.getOrDefault(insee, insee)))
                        .toList(),
                sources(demandes),
                needs.stream()
                        .map(NeedComparison::answer)
                        .filter(NeedAnswer::isUnmet)
                        .count());
    }

    /** « Enquête, 5 novembre 2016 ». */
    private static List<String> sources(Collection<Demande> demandes) {
        return demandes.stream()
                .sorted(Comparator.comparing(Demande::getAskedOn).thenComparing(Demande::getSource))
                .map(one -> Textes.say(
                        "demande.source", Map.of("source", one.getSource(), "jour", Months.day(one.getAskedOn()))))
                .distinct()
                .toList();
    }

    /**
     * Something that was asked for, as a table shows it.
     *
     * @param object function, theme or service
     * @param communes names of those that it was asked for; empty where it was for the whole EPCI
     * @param counts how many asked, in the order of the groups; a dash for a group that did not ask
     * @param proposed what is proposed for it; empty where nothing is
     * @param unmet why it is left without an answer, or how far it still is; empty where it has one
     */
    public record NeedLine(
            String object, String kind, List<String> communes, List<String> counts, String proposed, String unmet) {

        public static NeedLine of(NeedComparison need, UnaryOperator<String> commune) {
            return new NeedLine(
                    object(need),
                    Textes.word("demande.objet", need.kind()),
                    need.communes().stream().map(commune).toList(),
                    Arrays.stream(Demandeur.values())
                            .map(group -> count(need.requests().get(group)))
                            .toList(),
                    said("demande.propose", need),
                    said("demande.reste", need));
        }

        /** As a sentence names it. */
        public static String object(NeedComparison need) {
            return switch (need.kind()) {
                case FONCTION -> Textes.word("fonction", need.object());
                case THEME -> Codes.theme(need.object());
                case SERVICE -> Textes.typeset(need.object());
            };
        }

        private static String count(@Nullable Long requests) {
            return requests == null ? FrenchNumbers.UNKNOWN : FrenchNumbers.whole(requests);
        }

        private static String said(String family, NeedComparison need) {
            String key = family + "." + need.answer().name();
            return Textes.knows(family, need.answer().name()) ? Textes.say(key, Map.of("n", need.places())) : "";
        }
    }

    /**
     * What was asked for in the diagnostic, beside what is proposed: shown, and of no effect. Anybody concerned may read the explanation, so that
     * it says that a public asked, and no count.
     */
    record NeedsPart(Dossier dossier, List<Demande> demandes) {

        private static final Comparator<NeedComparison> BY_NAME =
                Comparator.comparing(NeedComparison::kind).thenComparing(NeedComparison::object);

        static NeedsPart of(Dossier dossier, Origin origin) {
            return new NeedsPart(
                    dossier, origin.needs().getOrDefault(dossier.plan().getEpci(), List.of()));
        }

        /** Nothing where nobody asked. */
        List<Block> blocks() {
            List<NeedComparison> needs = NeedComparison.of(demandes, dossier.plan(), dossier.conversions());
            return needs.isEmpty() ? List.of() : List.of(new Block.Paragraph(said(needs)), grid(needs));
        }

        private String said(List<NeedComparison> needs) {
            List<String> unmet = needs.stream()
                    .filter(need -> need.answer().isUnmet())
                    .map(NeedLine::object)
                    .toList();
            return Textes.say(
                    "legal.besoins",
                    Map.of(
                            "jours", Textes.and(days()),
                            "n", unmet.size(),
                            "objets", Textes.and(unmet)));
        }

        private List<String> days() {
            return demandes.stream()
                    .map(Demande::getAskedOn)
                    .distinct()
                    .sorted()
                    .map(Months::day)
                    .toList();
        }

        private static Block grid(List<NeedComparison> needs) {
            return new Block.Grid(
                    Textes.say("legal.besoins.titre"),
                    List.of("Demandé", "Habitants", "Élus", "Entreprises", "Proposé", "Sans réponse"),
                    needs.stream().sorted(BY_NAME).map(NeedsPart::row).toList());
        }

        private static List<String> row(NeedComparison need) {
            NeedLine line = NeedLine.of(need, insee -> insee);
            return Stream.of(
                            Stream.of(line.object()),
                            Arrays.stream(Demandeur.values())
                                    .map(group -> asked(need.requests().getOrDefault(group, 0L))),
                            Stream.of(line.proposed(), line.unmet()))
                    .flatMap(cells -> cells)
                    .toList();
        }

        private static String asked(long requests) {
            return requests == 0 ? FrenchNumbers.UNKNOWN : Textes.say("demande.dite");
        }
    }
}
