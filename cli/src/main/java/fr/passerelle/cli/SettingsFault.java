package fr.passerelle.cli;

import fr.passerelle.sources.reject.UnusableFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Settings that cannot be read: a sentence in the place of the trace that the framework would print. */
final class SettingsFault {

    private static final String VAR = "--passerelle.var=";
    private static final String FILE =
            "Le fichier de réglages « passerelle.properties » ne peut pas être lu : vérifiez que c'est un fichier de"
                + " lignes « clé=valeur », où une barre oblique inversée s'écrit deux fois, et que vous avez le droit"
                + " de le lire.";
    private static final String READING = "org.springframework.boot.context.config.";

    private SettingsFault() {}

    /** What a failure to start or to make a part comes from: the same failure, where the settings are not at fault. */
    static Exception of(Exception failure) {
        return causes(failure)
                .filter(BindException.class::isInstance)
                .map(BindException.class::cast)
                .reduce((outer, inner) -> inner)
                .<Exception>map(SettingsFault::setting)
                .or(() -> causes(failure)
                        .filter(SettingsFault::isReading)
                        .findFirst()
                        .map(cause -> file(failure)))
                .orElse(failure);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, t -> t != null, Throwable::getCause);
    }

    private static boolean isReading(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().startsWith(READING));
    }

    private static Exception setting(BindException failure) {
        return new UnusableFile(
                "Le réglage « %s » ne peut pas être lu : donnez-lui un nombre, une durée (comme 5s) ou une adresse, selon ce qu'il est, dans « passerelle.properties », dans une variable PASSERELLE_… ou par --%1$s=…"
                        .formatted(failure.getName()),
                failure);
    }

    private static Exception file(Exception failure) {
        return new UnusableFile(FILE, failure);
    }

    /** @throws UnusableFile when a folder stands where the settings should be: the framework would pass it over */
    static void requireNoFolder(List<String> settings) {
        String given = settings.stream()
                .filter(setting -> setting.startsWith(VAR))
                .map(setting -> setting.substring(VAR.length()))
                .findFirst()
                .orElseGet(() -> System.getProperty("passerelle.var", "var"));
        if (Files.isDirectory(Path.of(given, "passerelle.properties"))) {
            throw new UnusableFile(FILE);
        }
    }

    /** Says that a failure to start is told elsewhere: as a sentence, or in the log as what nobody foresaw. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class Reporter implements SpringBootExceptionReporter {

        /** As the framework makes it. */
        Reporter(ConfigurableApplicationContext context) {}

        @Override
        public boolean reportException(Throwable failure) {
            return true;
        }
    }
}
