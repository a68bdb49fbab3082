package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.FichierSource;
import java.util.List;
import java.util.Map;

/**
 * Where results come from, beside the results: the barème of their run, and the files under each score.
 *
 * @param baremeId such as 2017-05
 * @param baremeTitle its title, in French
 * @param baremeHash SHA-256 of its text
 * @param files files that each room's score rests on, by room; a room may be absent where they are not known
 * @param names name of each file, by its SHA-256; a file may be absent where its name is not known
 * @param needs what was asked for in the diagnostic of each EPCI, by SIREN; none where nobody said
 */
public record Origin(
        String baremeId,
        String baremeTitle,
        String baremeHash,
        Map<String, List<FichierSource>> files,
        Map<String, String> names,
        Map<String, List<Demande>> needs) {

    private static final int SHORT = 12;

    /** The same, with what was asked for. */
    public Origin with(Map<String, List<Demande>> asked) {
        return new Origin(baremeId, baremeTitle, baremeHash, files, names, asked);
    }

    /** The name of a file, else the beginning of its hash. */
    public String nameOf(String sha256) {
        return names.getOrDefault(sha256, sha256.substring(0, Math.min(SHORT, sha256.length())));
    }
}
