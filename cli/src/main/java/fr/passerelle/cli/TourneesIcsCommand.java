package fr.passerelle.cli;

import fr.passerelle.calendar.rule.ToldSession;
import fr.passerelle.calendar.text.PosterContact;
import fr.passerelle.calendar.text.SessionAgendas;
import fr.passerelle.calendar.tour.SessionFeeds;
import fr.passerelle.calendar.tour.TourPlan;
import fr.passerelle.calendar.tour.TourPlans;
import fr.passerelle.cli.export.OutputFile;
import fr.passerelle.schemas.fault.RunRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the calendars that agendas read. */
@Command(
        name = "ics",
        description =
                "Écrit les flux que lisent les agendas, un par lieu, par intercommunalité et par animateur : ceux de"
                    + " ce qui est publié, ou ce que deviendraient ceux d'un calendrier calculé. Aucune personne n'y"
                    + " figure.")
final class TourneesIcsCommand extends ApplicationCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "CALENDRIER",
            converter = TourNumber.class,
            description = "Son numéro, comme T-000001 ; sinon, --published.")
    private @Nullable Long no;

    @Option(names = "--published", description = "Tout ce qui est publié, de tous les calendriers.")
    private boolean published;

    @Option(names = "--dir", required = true, paramLabel = "DOSSIER", description = "Le dossier, qui existe.")
    private Path folder;

    @Option(
            names = "--affiches",
            description = "Avec --published : aussi, pour la porte de chaque lieu, une page PDF de ses séances.")
    private boolean doors;

    @Option(names = "--force", description = "Remplace les fichiers qui existent.")
    private boolean force;

    @Override
    public Integer call() {
        if (published == (no != null)) {
            throw wrongUse("Donnez le numéro d'un calendrier, ou « --published ».");
        }
        if (doors && !published) {
            throw wrongUse("Une affiche ne dit que ce qui est publié : donnez « --published » avec « --affiches ».");
        }
        SortedMap<String, byte[]> files = files(new SessionAgendas(sessions()));
        files.keySet().forEach(file -> OutputFile.requireFree(folder.resolve(file), force));
        exported("agendas " + (no == null ? "publiés" : TourPlan.idOf(no)));
        files.forEach((file, bytes) -> OutputFile.write(folder.resolve(file), force, to -> to.write(bytes)));
        out().println(CommandFrench.counted(files.size(), "fichier écrit", "fichiers écrits") + " dans " + folder
                + ".");
        return OutcomePrinter.DONE;
    }

    private SortedMap<String, byte[]> files(SessionAgendas feeds) {
        SortedMap<String, byte[]> files = doors ? feeds.doors(contact()) : new TreeMap<>();
        feeds.files().forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
        return files;
    }

    private PosterContact contact() {
        return Binder.get(context.read(Environment.class)).bindOrCreate("passerelle.affiche", PosterContact.class);
    }

    private List<ToldSession> sessions() {
        SessionFeeds feeds = context.read(SessionFeeds.class);
        List<ToldSession> sessions = no == null
                ? feeds.published()
                : feeds.of(context.read(TourPlans.class).get(no));
        if (sessions.isEmpty()) {
            throw new RunRefused("Aucune séance n'est publiée : il n'y a pas de flux à écrire.");
        }
        return sessions;
    }
}
