package fr.passerelle.schemas.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a record that can be read is no result: on its dead letter, by name, under {@link #HEADER}. */
public enum ResultRefusal {
    /** Of a run that nobody asked for, or whose end is not on the log. */
    RUN_NOT_CLOSED("refusé : aucune exécution de ce numéro n'attend de résultat"),

    /** Its partition has said all of the run, and it is not what was said. */
    RUN_ANSWERED("refusé : sa partition avait tout dit de cette exécution, et disait autre chose"),

    /** Of a kind that its topic does not carry. */
    OTHER_KIND("refusé : un enregistrement que ce topic ne porte pas");

    /** Header of the dead letter. */
    public static final String HEADER = "passerelle_refusal";

    private final String french;

    ResultRefusal(String french) {
        this.french = french;
    }

    /** As operators read it. */
    public String french() {
        return french;
    }

    /** What the header holds. */
    public byte[] bytes() {
        return name().getBytes(UTF_8);
    }

    /** What a header says; empty for none, and for what nobody here wrote. */
    public static Optional<ResultRefusal> of(byte @Nullable [] header) {
        String name = header == null ? "" : new String(header, UTF_8);
        return Arrays.stream(values())
                .filter(refusal -> refusal.name().equals(name))
                .findFirst();
    }
}
