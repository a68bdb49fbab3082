package fr.passerelle.demo.reconstruction;

import fr.passerelle.demo.reconstruction.OwnForm.OldExport;
import fr.passerelle.demo.reconstruction.OwnForm.SpreadsheetReturn;
import fr.passerelle.demo.reconstruction.OwnForm.WideMonths;
import fr.passerelle.schemas.table.TableSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Writes the demonstration's files from the facts: the same bytes each time. */
public final class Reconstruction {

    private static final String ANOMALIES = "ANOMALIES.csv";

    private final PublicFacts facts;
    private final List<Room> rooms;
    private final ExpectedAttendance attendance;

    private Reconstruction(PublicFacts facts) {
        this.facts = facts;
        this.rooms = new Cast(facts).rooms();
        this.attendance = new ExpectedAttendance(rooms, facts);
    }

    /** Regenerates the committed files; run it from the root of the repository, or give that root as the argument. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length == 0 ? "." : args[0]);
        write(root, root.resolve("dev/demo/data"));
    }

    /** Writes all files into a folder, created when absent, from the facts of the repository at this root. */
    public static void write(Path root, Path folder) throws IOException {
        Files.createDirectories(folder);
        PublicFacts facts = PublicFacts.read(root);
        try (Anomalies anomalies = new Anomalies(folder.resolve(ANOMALIES))) {
            new Reconstruction(facts).write(folder, anomalies);
        }
    }

    private void write(Path folder, Anomalies anomalies) throws IOException {
        write(folder, Inventory.FILE, TableSchema.SALLES.leastHeader(), sheet -> {
            rooms.forEach(room -> Inventory.write(room, sheet));
            anomalies.plant(Anomalies.ROOMS, Inventory.FILE, sheet, 0);
        });
        write(folder, EpciFiles.DOSSIERS, TableSchema.INTERCOMMUNALITES.header(), sheet -> {
            EpciFiles.writeDossiers(rooms, facts.epciNames(), sheet);
            anomalies.plant(Anomalies.DOSSIERS, EpciFiles.DOSSIERS, sheet, 0);
        });
        write(folder, EpciFiles.SITES, TableSchema.SITES.leastHeader(), sheet -> {
            EpciFiles.writeSites(facts, sheet);
            anomalies.plant(Anomalies.SITES, EpciFiles.SITES, sheet, 0);
        });
        write(folder, EpciFiles.TERRITOIRES, TableSchema.TERRITOIRES.leastHeader(), sheet -> {
            EpciFiles.writeServices(facts, sheet);
            anomalies.plant(Anomalies.SERVICES, EpciFiles.TERRITOIRES, sheet, 0);
        });
        write(
                folder,
                EpciFiles.BESOINS,
                TableSchema.BESOINS.leastHeader(),
                sheet -> EpciFiles.writeNeeds(facts, sheet));
        try (CanonicalCsv sheet =
                        new CanonicalCsv(folder.resolve(Register.FILE), TableSchema.FREQUENTATION.leastHeader());
                OwnForm old = new OldExport(folder);
                OwnForm workbook = new SpreadsheetReturn(folder);
                OwnForm wide = new WideMonths(folder)) {
            List<OwnForm> ownForms = List.of(old, workbook, wide);
            writeRegister(new Register(sheet, ownForms));
            anomalies.plant(Anomalies.ATTENDANCE, Register.FILE, sheet, 1);
            ownForms.forEach(form -> form.plant(anomalies));
        }
        anomalies.list(rooms);
    }

    private static void write(Path folder, String file, List<String> header, Consumer<CanonicalCsv> rows)
            throws IOException {
        try (CanonicalCsv sheet = new CanonicalCsv(folder.resolve(file), header)) {
            rows.accept(sheet);
        }
    }

    private void writeRegister(Register register) {
        List<Diary> diaries = rooms.stream()
                .map(room -> new Diary(room, attendance, register))
                .toList();
        ExpectedAttendance.MONTHS.forEach(month -> diaries.forEach(diary -> diary.write(month)));
    }
}
