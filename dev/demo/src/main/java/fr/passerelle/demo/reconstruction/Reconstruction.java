package fr.passerelle.demo.reconstruction;

import fr.passerelle.demo.reconstruction.EpciFiles.Diagnostics;
import fr.passerelle.demo.reconstruction.EpciFiles.Dossiers;
import fr.passerelle.demo.reconstruction.EpciFiles.OtherSites;
import fr.passerelle.demo.reconstruction.EpciFiles.Services;
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
            anomalies.plant(Anomalies.ROOMS, Inventory.FILE, sheet);
        });
        write(folder, Dossiers.FILE, TableSchema.INTERCOMMUNALITES.header(), sheet -> {
            Dossiers.write(rooms, facts.epciNames(), sheet);
            anomalies.plant(Anomalies.DOSSIERS, Dossiers.FILE, sheet);
        });
        write(folder, OtherSites.FILE, TableSchema.SITES.leastHeader(), sheet -> {
            OtherSites.write(facts, sheet);
            anomalies.plant(Anomalies.SITES, OtherSites.FILE, sheet);
        });
        write(folder, Services.FILE, TableSchema.TERRITOIRES.leastHeader(), sheet -> {
            Services.write(facts, sheet);
            anomalies.plant(Anomalies.SERVICES, Services.FILE, sheet);
        });
        write(folder, Diagnostics.FILE, TableSchema.BESOINS.leastHeader(), sheet -> Diagnostics.write(facts, sheet));
        try (CanonicalCsv sheet = new CanonicalCsv(
                        folder.resolve(Register.FILE),
                        TableSchema.FREQUENTATION.leastHeader());
                OwnForm old = new OldExport(folder);
                OwnForm workbook = new SpreadsheetReturn(folder);
                OwnForm wide = new WideMonths(folder)) {
            List<OwnForm> ownForms = List.of(old, workbook, wide);
            writeRegister(new Register(sheet, ownForms), anomalies);
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

    private void writeRegister(Register register, Anomalies anomalies) {
        List<Diary> diaries = rooms.stream()
                .map(room -> new Diary(room, attendance, register))
                .toList();
        ExpectedAttendance.MONTHS.forEach(month -> diaries.forEach(diary -> diary.write(month)));
        anomalies.plant(register);
    }
}
