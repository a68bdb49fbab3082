package fr.passerelle.sheets.explanation;

import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.french.FrenchNames;
import fr.passerelle.sheets.french.Textes;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole explanation that article R311-3-1-2 of the CRPA lets anyone concerned ask for: two pages that stand alone, then annexes, room by
 * room. No reader is sent further than the two pages.
 */
public final class LegalDocument {

    /** The two pages have fewer words than this. */
    public static final int LIMIT = 900;

    private LegalDocument() {}

    /** Of one EPCI, its rooms included. */
    public static Document of(Dossier dossier, Origin origin) {
        return joined(pages(dossier, origin), dossier, origin);
    }

    /**
     * Of one room, without what was asked of the whole EPCI.
     *
     * @throws IllegalArgumentException when the room is not one of the plan
     */
    public static Document ofRoom(Dossier dossier, String roomId, Origin origin) {
        return joined(pagesOfRoom(dossier, roomId, origin), dossier.ofRoom(roomId), origin.with(Map.of()));
    }

    /** The two pages of an EPCI, without annexes. */
    public static Document pages(Dossier dossier, Origin origin) {
        return new Document(
                title(FrenchNames.epci(dossier.plan().getName())),
                new TwoPages(dossier, ExplanationFocus.of(dossier), origin).blocks());
    }

    /** The two pages of one room, without annexes. */
    public static Document pagesOfRoom(Dossier dossier, String roomId, Origin origin) {
        return new Document(
                title(dossier.name(roomId)),
                new TwoPages(dossier, ExplanationFocus.ofRoom(dossier, roomId), origin).blocks());
    }

    private static Document joined(Document pages, Dossier dossier, Origin origin) {
        return new Document(
                pages.title(),
                Stream.concat(pages.blocks().stream(), new Annexes(dossier, origin).blocks().stream())
                        .toList());
    }

    private static String title(String subject) {
        return Textes.say("legal.titre", Map.of("sujet", subject));
    }
}
