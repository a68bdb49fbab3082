package fr.passerelle.texts;

import fr.passerelle.rules.explanation.Origin;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The whole explanation that article R311-3-1-2 of the CRPA lets anyone concerned ask for, in its four parts. */
public final class LegalDocument {

    private LegalDocument() {}

    /** Of one EPCI, its rooms included. */
    public static Document of(Dossier dossier, Origin origin) {
        return new Document(
                Textes.say(
                        "legal.titre",
                        Map.of("epci", FrenchNames.epci(dossier.plan().getName()))),
                Stream.of(
                                contribution(),
                                new DataPart(dossier, origin).blocks(),
                                new ParametersPart(dossier, origin).blocks(),
                                new OperationsPart(dossier).blocks())
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Block> contribution() {
        return List.of(
                new Block.Heading(3, Textes.say("legal.contribution")),
                new Block.Paragraph(Textes.say("legal.contribution.texte")));
    }
}
