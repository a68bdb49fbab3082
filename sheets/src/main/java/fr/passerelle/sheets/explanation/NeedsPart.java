package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.explanation.NeedComparison;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.french.FrenchNumbers;
import fr.passerelle.sheets.french.Months;
import fr.passerelle.sheets.french.NeedLine;
import fr.passerelle.sheets.french.Textes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was asked for in the diagnostic, beside what is proposed: shown, and of no effect. Anybody concerned may read the explanation, so that
 * it says that a public asked, and no count.
 */
record NeedsPart(Dossier dossier, List<Demande> demandes) {

    private static final Comparator<NeedComparison> BY_NAME =
            Comparator.comparing(NeedComparison::kind).thenComparing(NeedComparison::object);

    static NeedsPart of(Dossier dossier, Origin origin) {
        return new NeedsPart(dossier, origin.needs().getOrDefault(dossier.plan().getEpci(), List.of()));
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
