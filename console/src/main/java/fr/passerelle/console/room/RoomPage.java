package fr.passerelle.console.room;

import fr.passerelle.console.page.DocumentBlock;
import fr.passerelle.console.page.FileAnswer;
import fr.passerelle.console.page.NotFound;
import fr.passerelle.console.page.Slice;
import fr.passerelle.console.reading.CurrentResults;
import fr.passerelle.console.reading.DecisionTable;
import fr.passerelle.console.reading.DecisionTable.RecordedDecision;
import fr.passerelle.console.room.AttendanceRecords.RecordLine;
import fr.passerelle.console.room.AttendanceRecords.RoomRecord;
import fr.passerelle.console.room.RoomView.AttendanceByMonth;
import fr.passerelle.console.security.Account;
import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.published.current.PublishedResults.PublishedRun;
import fr.passerelle.published.origin.SourceFiles;
import fr.passerelle.published.place.NameOrder;
import fr.passerelle.rules.explanation.Origin;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.schemas.event.FichierSource;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.sheets.explanation.Dossier;
import fr.passerelle.sheets.explanation.LegalDocument;
import fr.passerelle.sheets.form.Document;
import fr.passerelle.sheets.form.Table;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of one room, its records by file and line and as a file, and its legal explanation. */
@Controller
record RoomPage(
        CurrentResults current,
        AttendanceRecords records,
        SourceFiles sources,
        DecisionTable decisions,
        FileAnswer files) {

    private static final int SIZE = 50;

    /** A room with all that its page shows of it. */
    record RoomSheet(
            RoomView room,
            AttendanceByMonth attendance,
            Origin origin,
            List<SourceFiles.ReadFile> inventory,
            List<RecordedDecision> decisions) {

        /** Files under its score. */
        public List<FichierSource> sources() {
            return origin.files().getOrDefault(room.row().room().getRoomId(), List.of());
        }
    }

    /** The records of a room, of a month (YYYY-MM) or all, by pages. */
    record RecordList(String id, String name, @Nullable String month, Slice<RecordLine> slice) {}

    /** The legal explanation of a room, block by block. */
    record RoomExplanation(String id, String name, List<DocumentBlock> blocks) {}

    @GetMapping("/salles/{id}")
    ModelAndView show(@PathVariable String id) {
        PublishedResults published = current.get();
        RoomInventoried room = room(published, id);
        PublishedRun run = published.run();
        RoomFacts facts = new RoomFacts(room, records.register(id, run.no()));
        RoomSheet page = new RoomSheet(
                RoomView.of(published, room),
                AttendanceByMonth.of(
                        facts, YearMonth.parse(run.asOf()), run.bareme().jeuDeRegles()),
                sources.origin(run, List.of(id)),
                sources.readBy(run.no(), "ROOMS"),
                decisions(room, run));
        return new ModelAndView("room/une", "page", page);
    }

    @GetMapping("/salles/{id}/releves")
    ModelAndView records(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String mois,
            @RequestParam(defaultValue = "1") String page) {
        PublishedResults published = current.get();
        RoomInventoried room = room(published, id);
        YearMonth month = month(mois);
        List<RecordLine> lines = records.lines(id, published.run().no(), month);
        RecordList view = new RecordList(
                id, room.getName(), month == null ? null : month.toString(), Slice.of(lines, Slice.asked(page), SIZE));
        return new ModelAndView("room/releves", "page", view);
    }

    /** All records of a room, as a file. */
    @GetMapping("/salles/{id}/releves.csv")
    void file(@PathVariable String id, @AuthenticationPrincipal Account by, HttpServletResponse response)
            throws IOException {
        PublishedResults published = current.get();
        files.csv(by.id(), response, "releves " + id, table(List.of(room(published, id)), published.run()));
    }

    /** All records of the rooms of an EPCI. */
    @GetMapping("/intercommunalites/{siren}/releves.csv")
    void epciFile(@PathVariable String siren, @AuthenticationPrincipal Account by, HttpServletResponse response)
            throws IOException {
        PublishedResults published = current.get();
        if (!published.epcis().containsKey(siren)) {
            throw new NotFound();
        }
        List<RoomInventoried> rooms = published.rooms().values().stream()
                .filter(room -> siren.equals(room.getEpci()))
                .sorted(NameOrder.by(RoomInventoried::getName, RoomInventoried::getRoomId))
                .toList();
        files.csv(by.id(), response, "releves " + siren, table(rooms, published.run()));
    }

    private Table<RoomRecord> table(List<RoomInventoried> rooms, PublishedRun run) {
        return RoomRecord.table(
                run.demonstration(),
                each -> rooms.forEach(room -> records.lines(room.getRoomId(), run.no(), null).stream()
                        .map(line -> new RoomRecord(room, line))
                        .forEach(each)));
    }

    @GetMapping("/salles/{id}/explication")
    ModelAndView explanation(@PathVariable String id) {
        PublishedResults published = current.get();
        RoomInventoried room = room(published, id);
        Dossier dossier = Dossier.of(published.proposals(), room.getEpci()).orElseThrow(NotFound::new);
        Document document = LegalDocument.ofRoom(dossier, id, sources.origin(published.run(), List.of(id)));
        return new ModelAndView(
                "room/explication", "page", new RoomExplanation(id, room.getName(), DocumentBlock.of(document)));
    }

    private List<RecordedDecision> decisions(RoomInventoried room, PublishedRun run) {
        return decisions.ofEpci(room.getEpci(), run).stream()
                .filter(one -> one.decision().getSubject().equals("room:" + room.getRoomId()))
                .toList();
    }

    private static RoomInventoried room(PublishedResults published, String id) {
        return Optional.ofNullable(published.rooms().get(id)).orElseThrow(NotFound::new);
    }

    private static @Nullable YearMonth month(String asked) {
        return asked.matches("[12][0-9]{3}-(0[1-9]|1[0-2])") ? YearMonth.parse(asked) : null;
    }
}
