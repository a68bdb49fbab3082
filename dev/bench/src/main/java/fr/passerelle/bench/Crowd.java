package fr.passerelle.bench;

import fr.passerelle.bench.data.DrawnFiles;
import fr.passerelle.bench.machine.Events;
import fr.passerelle.bench.machine.EventsProgress;
import fr.passerelle.local.program.Deployment;
import fr.passerelle.local.program.ProgramProcess;
import java.util.Map;

/**
 * How long a partition takes to answer the end of a run over very many rooms: all of it is one transaction.
 *
 * @param file the rooms and their sessions
 */
record Crowd(Bench bench, DrawnFiles file, String bareme) {

    /** Rooms: of them a partition has a twelfth on average. */
    static final int ROOMS = 40_000;

    /** Sessions of a room, nearly all of another month. */
    static final int MONTHS = 24;

    /** Measures one night until all is scored. */
    void run() {
        Deployment own = bench.bed().deploy("foule");
        try {
            own.register();
            bench.bed().settle();
            try (Events events = Events.start(own);
                    ProgramProcess night = own.batchProcess(Map.of(), MeasuredNights.arguments(file, bareme))) {
                new EventsProgress(own).awaitScored();
                Checks.state(own, file.sum());
                bench.book()
                        .add(new Measurement(MeasureKind.CLOSE, file.sum().rows(), events.longestClosing(), Map.of()));
            }
        } finally {
            bench.bed().drop(own);
        }
    }
}
