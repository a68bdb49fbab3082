package fr.passerelle.texts;

import fr.passerelle.rules.explanation.NeedComparison;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for in the diagnostic, beside what is proposed: shown, and of no effect. Whoever asks for the explanation may read it, so
 * that of a count no more is told than on which side of the threshold of secrecy it is.
 */
record NeedsPart(Dossier dossier, List<Demande> demandes) {

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
                        "sources", Textes.and(NeedTable.sources(demandes)),
                        "n", unmet.size(),
                        "objets", Textes.and(unmet)));
    }

    private static Block grid(List<NeedComparison> needs) {
        return new Block.Grid(
                Textes.say("legal.besoins.titre"),
                List.of("Demandé", "Habitants", "Élus", "Entreprises", "Proposé", "Sans réponse"),
                needs.stream().map(NeedsPart::row).toList());
    }

    private static List<String> row(NeedComparison need) {
        NeedLine line = NeedLine.of(need, insee -> insee);
        return Stream.of(
                        Stream.of(line.object()),
                        Arrays.stream(Demandeur.values())
                                .map(group -> side(need.requests().get(group))),
                        Stream.of(line.proposed(), line.unmet()))
                .flatMap(cells -> cells)
                .toList();
    }

    private static String side(@Nullable Long requests) {
        return Optional.ofNullable(requests)
                .map(count -> Textes.say(
                        "demande.nombre",
                        Map.of(
                                "cote",
                                count == 0 ? "aucune" : count < NeedComparison.SMALLEST_PUBLIC ? "moins" : "plus",
                                "seuil",
                                NeedComparison.SMALLEST_PUBLIC)))
                .orElse(FrenchNumbers.UNKNOWN);
    }
}
