package fr.passerelle.rules.explanation.text;

import java.util.Map;

/** What ends every text: the mention of articles L311-3-1 and R311-3-1-1 of the CRPA, or the word of an exercise. */
public final class MentionText {

    private MentionText() {}

    /**
     * The mention.
     *
     * @param demonstration whether the data are a reconstruction: then it is no decision and no mention is due
     * @param service who answers; blank where nobody configured it
     * @param address where to write; blank where nobody configured it
     */
    public static String of(boolean demonstration, String service, String address) {
        return demonstration
                ? Textes.say("mention.demonstration")
                : Textes.say(
                        "mention",
                        Map.of(
                                "service",
                                service.isBlank() ? "non" : "oui",
                                "nom",
                                service,
                                "adresse",
                                address.isBlank() ? "non" : "oui",
                                "ou",
                                address));
    }
}
