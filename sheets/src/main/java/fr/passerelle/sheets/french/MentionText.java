package fr.passerelle.sheets.french;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return demonstration || illustration ? exercise(demonstration, illustration) : legal(service, address);
    }

    /** Where both hold, both are said. */
    private static String exercise(boolean demonstration, boolean illustration) {
        return Stream.of(demonstration ? "mention.demonstration" : "", illustration ? "mention.illustration" : "")
                .filter(key -> !key.isEmpty())
                .map(Textes::say)
                .collect(Collectors.joining(" "));
    }

    private static String legal(String service, String address) {
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
