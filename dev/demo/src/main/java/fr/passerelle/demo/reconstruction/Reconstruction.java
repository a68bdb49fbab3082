package fr.passerelle.demo.reconstruction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;

/** Writes the demonstration's files from the facts: the same bytes each time. */
public final class Reconstruction {

    private static final String ANOMALIES = "ANOMALIES.csv";

    private final PublicFacts facts;
    private final List<Room> rooms;
    private final Silence silence = new Silence();
    private final ExpectedAttendance attendance;

    private Reconstruction(PublicFacts facts) {
        this.facts = facts;
        this.rooms = new Cast(facts).rooms();
        this.attendance = new ExpectedAttendance(rooms, facts, silence);
    }

    /** Regenerates the committed files; run it from the root of the repository, or give that root as the argument. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length == 0 ? "." : args[0]);
        write(root, root.resolve("dev/demo/data"));
    }

    /**
     * Writes all files.
     *
     * @param root of the repository, where the facts are read
     * @param folder where the files are written, created when absent
     */
    public static void write(Path root, Path folder) throws IOException {
        Files.createDirectories(folder);
        PublicFacts facts = PublicFacts.read(root);
        try (Anomalies anomalies = new Anomalies(folder.resolve(ANOMALIES))) {
            new Reconstruction(facts).write(folder, anomalies);
        }
    }

    private void write(Path folder, Anomalies anomalies) throws IOException {
        try (CanonicalCsv sheet = new CanonicalCsv(folder.resolve(Inventory.FILE), Inventory.HEADER)) {
            Inventory inventory = new Inventory(sheet);
            rooms.forEach(inventory::write);
            PlantedRejects.plant(inventory, anomalies);
        }
        try (CanonicalCsv sheet = new CanonicalCsv(folder.resolve(Dossiers.FILE), Dossiers.HEADER)) {
            new Dossiers(rooms, facts.epciNames()).write(sheet);
            PlantedRejects.plant(sheet, anomalies);
        }
        try (CanonicalCsv sheet = new CanonicalCsv(folder.resolve(OtherSites.FILE), OtherSites.HEADER)) {
            new OtherSites(facts).write(sheet);
            PlantedRejects.plantSites(sheet, anomalies);
        }
        try (CanonicalCsv sheet = new CanonicalCsv(folder.resolve(Services.FILE), Services.HEADER)) {
            new Services(facts).write(sheet);
            PlantedRejects.plantServices(sheet, anomalies);
        }
        try (CanonicalCsv sheet = new CanonicalCsv(folder.resolve(Diagnostics.FILE), Diagnostics.HEADER)) {
            new Diagnostics(facts).write(sheet);
        }
        try (CanonicalCsv sheet = new CanonicalCsv(folder.resolve(Register.FILE), Register.HEADER);
                OwnForm old = new OldExport(folder);
                OwnForm workbook = new SpreadsheetReturn(folder);
                OwnForm wide = new WideMonths(folder)) {
            List<OwnForm> ownForms = List.of(old, workbook, wide);
            writeRegister(new Register(sheet, ownForms), anomalies);
            ownForms.forEach(form -> form.plant(anomalies));
        }
        new PlantedTraits(silence).list(rooms, anomalies);
    }

    private void writeRegister(Register register, Anomalies anomalies) {
        List<Diary> diaries = rooms.stream()
                .map(room -> new Diary(room, attendance, silence, register))
                .toList();
        for (YearMonth month = ExpectedAttendance.FIRST;
                !month.isAfter(ExpectedAttendance.LAST);
                month = month.plusMonths(1)) {
            YearMonth written = month;
            diaries.forEach(diary -> diary.write(written));
        }
        PlantedRejects.plant(register, anomalies);
    }
}
