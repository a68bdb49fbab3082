package fr.passerelle.sheets.french;

import java.util.Map;

/** What ends every text: the mention of articles L311-3-1 and R311-3-1-1 of the CRPA, or the word of an exercise. */
public final class MentionText {

    private MentionText() {}

    /**
     * The mention.
     *
     * @param demonstration whether the data are a reconstruction: then it is no proposal and no mention is due
     * @param illustration whether the barème only illustrates what another one would give: the same holds
     * @param service who answers; blank where nobody configured it
     * @param address where to write; blank where nobody configured it
     */
    public static String of(boolean demonstration, boolean illustration, String service, String address) {
        if (demonstration && illustration) {
            return Textes.say("mention.demonstration") + " " + Textes.say("mention.illustration");
        }
        if (demonstration || illustration) {
            return Textes.say(demonstration ? "mention.demonstration" : "mention.illustration");
        }
        return Textes.say(
                "mention",
                Map.of(
                        "service",
                        Textes.yes(!service.isBlank()),
                        "nom",
                        service,
                        "adresse",
                        Textes.yes(!address.isBlank()),
                        "ou",
                        address));
    }
}
