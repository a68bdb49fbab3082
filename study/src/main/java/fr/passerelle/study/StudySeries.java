package fr.passerelle.study;

import fr.passerelle.schemas.contract.StudyLog;
import fr.passerelle.schemas.fault.RunRefused;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Studies that are numbered together: how people call them, and where what they say goes.
 *
 * @param letter with which their identifiers begin, such as S in S-000001
 * @param question what each of them froze
 * @param log that carries what they say; null for those that say nothing there
 * @param replaced whether one that is adopted takes the place of the one of its kind before
 */
public record StudySeries<Q extends Question>(
        String letter, Class<Q> question, @Nullable StudyLog log, boolean replaced, Words words) {

    /**
     * French for the sentences that all studies have alike.
     *
     * @param noun masculine, such as « scénario »
     * @param command under which people work with them, such as enveloppe
     * @param stem of the verb for adopting one, such as « adopt »
     * @param adopts that verb on itself, such as « s'adopte »
     * @param step that verb where machines read it, such as ADOPT
     * @param files what is kept beside the question, such as « crédits »
     * @param overtaken what one does that is not what was planned any more, such as « ne tient plus »
     */
    public record Words(
            String noun, String command, String stem, String adopts, String step, String files, String overtaken) {}

    /** How a number reads. */
    public String idOf(long no) {
        return "%s-%06d".formatted(letter, no);
    }

    /** Whether that is how a number may be typed: with or without the letter. */
    public Pattern typed() {
        return Pattern.compile("(?:[%s%s]-)?(\\d{1,18})".formatted(letter, letter.toLowerCase(Locale.ROOT)));
    }

    /** What to throw where none has a number. */
    public RunRefused unknown(long no) {
        return RunRefused.wrongUse(
                "Aucun " + words.noun() + " ne porte le numéro " + no + " : " + told("list") + " les montre.");
    }

    /** A command with these words behind it, as people are told of it. */
    public String told(String words) {
        return "« ./passerelle " + this.words.command() + " " + words + " »";
    }
}
