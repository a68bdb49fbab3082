package fr.passerelle.console.operation;

import fr.passerelle.console.page.PageTexts;
import fr.passerelle.schemas.person.PersonMask;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What a person typed, checked before it is an argument. What it lets pass, the operators' program checks again. */
public final class FormArguments {

    private static final int LONGEST = 1_000;
    private static final int SHORT = 120;

    private FormArguments() {}

    /** Why something is done, its spaces made single; refused where it is empty, too long, or seems to name a person. */
    public static String motive(@Nullable String given) {
        return text("operation.champ.motif", given, LONGEST);
    }

    /** A short text, checked the same way; {@code field} is the key of what a refusal calls it. */
    public static String text(String field, @Nullable String given) {
        return text(field, given, SHORT);
    }

    /** @throws OperationRefused when it is no day of the calendar, AAAA-MM-JJ */
    public static LocalDate day(@Nullable String given) {
        try {
            return LocalDate.parse(single(given));
        } catch (DateTimeException notADay) {
            throw new OperationRefused("operation.refus.jour");
        }
    }

    /** @throws OperationRefused when it is no month, AAAA-MM */
    public static String month(@Nullable String given) {
        try {
            return YearMonth.parse(single(given)).toString();
        } catch (DateTimeException notAMonth) {
            throw new OperationRefused("operation.refus.mois");
        }
    }

    private static String text(String field, @Nullable String given, int longest) {
        String text = single(given);
        if (text.isEmpty()) {
            throw new OperationRefused("operation.refus.vide", new DefaultMessageSourceResolvable(field));
        }
        if (text.length() > longest) {
            throw new OperationRefused("operation.refus.long", new DefaultMessageSourceResolvable(field), longest);
        }
        if (PersonMask.hides(text)) {
            throw new OperationRefused("operation.refus.personne", new DefaultMessageSourceResolvable(field));
        }
        return text;
    }

    private static String single(@Nullable String given) {
        return given == null
                ? ""
                : given.replaceAll("[\\s\\p{Cntrl}\\u00A0\\u202F]+", " ").strip();
    }

    /** What was typed or asked cannot be done; nothing was done. */
    public static final class OperationRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String key;
        private final transient List<Object> arguments;

        /** @param key of the sentence that says what is wrong and what to do, with its arguments */
        public OperationRefused(String key, Object... arguments) {
            super(key);
            this.key = key;
            this.arguments = List.of(arguments);
        }

        /** In French. */
        public String said(PageTexts wording) {
            return wording.say(key, arguments.toArray());
        }
    }
}
