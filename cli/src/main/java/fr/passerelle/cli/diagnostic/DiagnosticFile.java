package fr.passerelle.cli.diagnostic;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of diagnostics; where they may not be written a sentence says so, and the command goes on without. */
public final class DiagnosticFile extends RollingFileAppender<ILoggingEvent> {

    @Override
    public void openFile(String name) throws IOException {
        try {
            Files.createDirectories(Path.of(name).toAbsolutePath().getParent());
            super.openFile(name);
        } catch (IOException e) {
            System.err.println("Ce qui ne va pas ne peut pas être gardé dans " + name
                    + " : donnez le droit d'y écrire, ou nommez un autre fichier (logging.file.name). La commande"
                    + " continue.");
            setOutputStream(OutputStream.nullOutputStream());
        }
    }
}
