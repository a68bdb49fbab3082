package fr.passerelle.dataset;

import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.run.Run;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the rows of an export come from: all of it of the run, nothing of the moment or the machine; published: for anybody. */
public record Provenance(String dataset, PublishedRun run, boolean published) {

    private static final String RECONSTITUTION = "RECONSTITUTION";

    private static final String ILLUSTRATION = "ILLUSTRATION";
    private static final String PROPOSAL = "PROPOSITION";

    /** RECONSTITUTION where the data were made up, else ILLUSTRATION where the barème was not voted, else PROPOSITION. */
    public String nature() {
        return run.demonstration() ? RECONSTITUTION : run.illustration() ? ILLUSTRATION : PROPOSAL;
    }

    /** Whether it is no proposal at all. */
    public boolean exercise() {
        return !nature().equals(PROPOSAL);
    }

    /** What a reader must know before using it, in French. */
    public String warning() {
        return switch (nature()) {
            case RECONSTITUTION -> "RECONSTITUTION : exercice sur des données reconstituées, ne vaut pas proposition.";
            case ILLUSTRATION -> "ILLUSTRATION : le barème n'a pas été voté, ce qu'il donne ne vaut pas proposition.";
            default -> "Propositions préparées par un logiciel : la Région décide.";
        };
    }

    /** When the run was published, to the second, UTC. */
    public OffsetDateTime publishedAt() {
        return run.endedAt().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The day of that in France. */
    LocalDate publishedOn() {
        return publishedAt().atZoneSameInstant(Run.FRANCE).toLocalDate();
    }

    /** All of it as names and texts, in the order in which people read it. */
    public Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("jeu", dataset);
        entries.put("nature", nature());
        entries.put("avertissement", warning());
        entries.put("execution", run.id());
        entries.put("situation", run.asOf());
        entries.put("publication", publishedAt().toString());
        entries.put("bareme", run.baremeId());
        entries.put("bareme_sha256", run.bareme().sha256());
        entries.put("empreinte", run.hash());
        entries.put("diffusion", published ? "PUBLIQUE" : "INTERNE");
        return entries;
    }

    /** The same, each name with a prefix. */
    public Map<String, String> entries(String prefix) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries().forEach((name, text) -> entries.put(prefix + name, text));
        return entries;
    }
}
