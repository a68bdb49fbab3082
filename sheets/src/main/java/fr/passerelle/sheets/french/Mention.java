package fr.passerelle.sheets.french;

import java.util.Map;
import java.util.Objects;

/**
 * Who answers for the algorithm, as the mention of articles L311-3-1 and R311-3-1-1 of the CRPA has to say, which ends every text: the name
 * of a service and where to write to it, each blank where nobody configured it.
 */
public record Mention(String service, String adresse) {

    /** What no setting gives is null. */
    public Mention {
        service = Objects.requireNonNullElse(service, "");
        adresse = Objects.requireNonNullElse(adresse, "");
    }

    public boolean isConfigured() {
        return !service.isBlank() && !adresse.isBlank();
    }

    /** The same, with what stands in the place of a name or an address that nobody configured. */
    public Mention or(String otherService, String otherAdresse) {
        return new Mention(service.isBlank() ? otherService : service, adresse.isBlank() ? otherAdresse : adresse);
    }

    /**
     * The mention; of what is no proposal, none is due, and the word of an exercise stands in its place.
     *
     * @param demonstration whether the data are a reconstruction
     * @param illustration whether the barème only illustrates what another one would give
     */
    public String text(boolean demonstration, boolean illustration) {
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
                        Textes.yes(!adresse.isBlank()),
                        "ou",
                        adresse));
    }
}
