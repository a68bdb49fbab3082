package fr.passerelle.study;

import fr.passerelle.schemas.contract.Sha256;
import fr.passerelle.schemas.fault.RunRefused;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A study, as the database keeps it.
 *
 * @param no number in its series, from 1
 * @param questionHash SHA-256 of all that the plan froze
 * @param inputs by name, each file as it was read
 * @param reason why, without any person's name
 * @param account opaque account of who planned it
 * @param computedAt null before
 * @param endedAt when it was first adopted, or discarded, or its job came to its end; null before
 * @param answerHash SHA-256 of what it found; null until then, and where that stands on a log
 * @param failure why it stopped, in French; null when it did not
 */
public record Study<Q extends Question>(
        StudySeries<Q> series,
        long no,
        State state,
        Q question,
        String questionHash,
        Map<String, String> inputs,
        String reason,
        String account,
        OffsetDateTime plannedAt,
        @Nullable OffsetDateTime computedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable String answerHash,
        @Nullable String failure) {

    private static final Set<State> UNANSWERED = EnumSet.of(State.PLANNED, State.RUNNING, State.FAILED);

    /** How far it has come. */
    public enum State {
        PLANNED,
        /** A job computes it, or was killed. */
        RUNNING,
        /** Its job stopped, and may be taken up. */
        FAILED,
        COMPUTED,
        ADOPTED,
        /** It was adopted, and another has taken its place. */
        REPLACED,
        DISCARDED
    }

    /** What people do with one. */
    public enum Verb {
        PLAN(State.PLANNED),
        RUN(State.COMPUTED),
        ADOPT(State.ADOPTED),
        /** What it was adopted for is taken back. */
        ROLLBACK(State.COMPUTED),
        DISCARD(State.DISCARDED);

        private final State state;

        Verb(State state) {
            this.state = state;
        }

        /** What one is once it is done. */
        public State state() {
            return state;
        }
    }

    /** A step that an opaque account took with it, without any person's name in the reason, and the live run that it opened; null for none. */
    public record Step(
            Verb verb,
            String account,
            String reason,
            String questionHash,
            @Nullable Long run,
            OffsetDateTime doneAt) {}

    /** As people say it, S-000001. */
    public String id() {
        return series.idOf(no);
    }

    /** Whether it has an answer that may be shown and compared. */
    public boolean isComputed() {
        return computedAt != null;
    }

    /** Whether a verb has nothing left to do. */
    public boolean isDone(Verb verb) {
        return state == verb.state() || verb == Verb.RUN && !UNANSWERED.contains(state);
    }

    /** Throws {@link RunRefused} with the sentence of {@link #refusal}, unless its state lets a verb be. */
    public void require(Verb verb) {
        refusal(verb).ifPresent(sentence -> {
            throw new RunRefused(sentence);
        });
    }

    /** Why its state refuses a verb, in French, with the remedy; empty where it does not. */
    public Optional<String> refusal(Verb verb) {
        StudySeries.Words words = series.words();
        return switch (state) {
            case PLANNED, RUNNING, FAILED -> verb == Verb.ADOPT ? Optional.of(notComputed()) : Optional.empty();
            case COMPUTED -> Optional.empty();
            case ADOPTED -> verb == Verb.DISCARD ? Optional.of(standing("est")) : Optional.empty();
            case REPLACED -> verb == Verb.DISCARD ? Optional.of(standing("a été")) : Optional.empty();
            case DISCARDED ->
                switch (verb) {
                    case RUN ->
                        Optional.of(named() + " est écarté : préparez-en un autre (" + series.told("plan") + ").");
                    case ADOPT -> Optional.of(named() + " est écarté : il ne " + words.adopts() + " plus.");
                    case PLAN, ROLLBACK, DISCARD -> Optional.empty();
                };
        };
    }

    /** That there is no answer, in French, with the remedy. */
    public String notComputed() {
        return named()
                + (state == State.DISCARDED
                        ? " a été écarté sans avoir été calculé."
                        : " n'est pas calculé : " + series.told("run " + id()) + " d'abord.");
    }

    /** As a sentence begins: « Le scénario S-000001 ». */
    public String named() {
        return "Le " + series.words().noun() + " " + id();
    }

    private String standing(String is) {
        String stem = series.words().stem();
        return named() + " " + is + " " + stem + "é : il ne s'écarte pas ; " + stem + "ez-en un autre à sa place.";
    }

    /** Checks that question and files are those that were frozen; {@link RunRefused} names what is not. */
    public void requireFrozen() {
        if (!question.hash().equals(questionHash)) {
            throw overtaken("son plan n'est plus celui qui a été figé");
        }
        Map<String, String> hashes = new TreeMap<>();
        inputs.forEach((name, text) -> hashes.put(name, Sha256.of(text)));
        if (!hashes.equals(new TreeMap<>(question.inputs()))) {
            throw overtaken("ses " + series.words().files() + " ne sont plus ceux qui ont été figés");
        }
    }

    /** What to throw where it is not what was planned any more, with why as a French clause. */
    public RunRefused overtaken(String why) {
        return new RunRefused(named() + " " + series.words().overtaken() + " : " + why + ". Écartez-le ("
                + series.told("discard " + id()) + ") et préparez-en un autre.");
    }
}
