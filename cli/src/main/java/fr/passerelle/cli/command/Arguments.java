package fr.passerelle.cli.command;

import fr.passerelle.published.decision.KeptText.StepMotive;
import fr.passerelle.schemas.person.SafeWords.Quote;
import fr.passerelle.schemas.text.PlainText.NearestWord;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What several commands are given: each argument as it is written, and options that stand together. */
public final class Arguments {

    private Arguments() {}

    /** On whose account something is done: kept with it. */
    public static final class AccountOption {

        @Option(
                names = "--by",
                paramLabel = "COMPTE",
                defaultValue = "c-0",
                description = "Compte opaque de qui le demande, comme c-12 ou un UUID ; sinon ${DEFAULT-VALUE}, aucun"
                        + " compte.")
        private String account;

        public String account() {
            return account;
        }
    }

    /** Which published run is looked at or taken away. */
    public static final class RunOption {

        @Option(
                names = "--run",
                paramLabel = "EXECUTION",
                converter = RunNumber.class,
                description = "L'exécution publiée, comme N-000001 ; sinon, celle qui vaut.")
        private @Nullable Long number;

        /** Its number; null for the one that is current. */
        public @Nullable Long number() {
            return number;
        }
    }

    /** Why something is done that nobody does without saying why, and on whose account: kept with it. */
    public static final class RequiredMotive {

        @Option(
                names = "--reason",
                required = true,
                paramLabel = "MOTIF",
                description = "Pourquoi, sans nom de personne : le motif est gardé.")
        private String reason;

        @Mixin
        private final AccountOption by = new AccountOption();

        /** @throws fr.passerelle.schemas.fault.RunRefused when either seems to name a person */
        public StepMotive step() {
            return new StepMotive(reason, by.account());
        }
    }

    /** Why something is done that may be done without saying why, and on whose account: kept with it. */
    public static final class OptionalMotive {

        @Option(
                names = "--reason",
                paramLabel = "MOTIF",
                defaultValue = "sans motif indiqué",
                description = "Pourquoi, sans nom de personne : le motif est gardé.")
        private String reason;

        @Mixin
        private final AccountOption by = new AccountOption();

        /** @throws fr.passerelle.schemas.fault.RunRefused when either seems to name a person */
        public StepMotive step() {
            return new StepMotive(reason, by.account());
        }
    }

    /** A number, with the letter of what it numbers or without. */
    public static class ItemNumber implements ITypeConverter<Long> {

        private final Pattern typed;
        private final String refusal;

        /** @param typed as it may be written; its first group is the number */
        public ItemNumber(Pattern typed, String what, String example) {
            this.typed = typed;
            refusal = " » n'est pas " + what + " : donnez son numéro, comme " + example + ".";
        }

        @Override
        public final Long convert(String value) {
            Matcher number = typed.matcher(value);
            if (!number.matches()) {
                throw new TypeConversionException("« " + value + refusal);
            }
            return Long.valueOf(number.group(1));
        }
    }

    /** The number of a run, from {@code N-000012} or {@code 12}. */
    public static final class RunNumber extends ItemNumber {

        RunNumber() {
            super(Pattern.compile("(?:N-)?(\\d{1,18})"), "une exécution", "N-000001");
        }
    }

    /** The SIREN of an intercommunalité: nine digits. */
    public static final class Siren implements ITypeConverter<String> {

        @Override
        public String convert(String value) {
            if (!value.matches("\\d{9}")) {
                throw new TypeConversionException(
                        "« " + value + " » n'est pas le SIREN d'une intercommunalité : neuf chiffres.");
            }
            return value;
        }
    }

    /** A month, YYYY-MM. */
    public static final class Month implements ITypeConverter<String> {

        @Override
        public String convert(String value) {
            if (!value.matches("\\d{4}-(0[1-9]|1[0-2])")) {
                throw new TypeConversionException("« " + value + " » n'est pas un mois AAAA-MM.");
            }
            return value;
        }
    }

    /** A day, from {@code 2017-12-15}. */
    public static final class Day implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException notADay) {
                throw new TypeConversionException("« " + value + " » n'est pas un jour AAAA-MM-JJ.");
            }
        }
    }

    /** A file or folder that a command reads: that it is there is seen as the command is typed, before anything starts. */
    public static final class InputPath implements ITypeConverter<Path> {

        @Override
        public Path convert(String value) {
            Path path = path(value);
            if (!Files.isReadable(path)) {
                throw new TypeConversionException("« " + Quote.of(String.valueOf(path.getFileName()))
                        + (Files.notExists(path)
                                ? " » n'existe pas : vérifiez son nom et son dossier."
                                : " » ne peut pas être lu : vérifiez vos droits."));
            }
            return path;
        }

        private static Path path(String value) {
            try {
                return Path.of(value);
            } catch (InvalidPathException impossible) {
                throw new TypeConversionException("« " + Quote.of(value) + " » n'est pas un nom de fichier.");
            }
        }
    }

    /** A word of those that there are, which are told to who typed another one. */
    public abstract static class VocabularyWord<T> implements ITypeConverter<T>, Iterable<String> {

        private final String what;
        private final SortedMap<String, T> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final List<String> words;
        private final String choice;

        /** @param what it is, as in « n'est pas une table » */
        protected VocabularyWord(String what, Collection<T> all, Function<T, String> word) {
            this(what, all, word, all.stream().map(word).collect(Collectors.joining(", ")));
        }

        /** @param choice what to write instead */
        protected VocabularyWord(String what, Collection<T> all, Function<T, String> word, String choice) {
            this.what = what;
            this.words = all.stream().map(word).toList();
            this.choice = choice;
            all.forEach(each -> this.all.put(word.apply(each), each));
        }

        @Override
        public final T convert(String value) {
            T found = all.get(value);
            if (found == null) {
                throw new TypeConversionException(
                        "« " + value + " » n'est " + what + NearestWord.hint(value, words) + " : " + choice + ".");
            }
            return found;
        }

        @Override
        public final Iterator<String> iterator() {
            return words.iterator();
        }
    }
}
