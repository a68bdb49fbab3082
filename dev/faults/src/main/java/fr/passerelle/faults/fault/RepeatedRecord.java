package fr.passerelle.faults.fault;

import fr.passerelle.local.program.ProgramProcess;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record of an earlier run that stands a second time on the log. Readers must ignore it.
 *
 * @param pick which of them, as a share of all in thousandths
 */
record RepeatedRecord(Moment moment, int pick) implements Strike {

    private static final int WHOLE = 1000;

    @Override
    public String name() {
        return "repeated";
    }

    @Override
    public String when() {
        return moment + ", au " + pick + "/" + WHOLE + " du topic";
    }

    @Override
    public int phase() {
        return moment.rank();
    }

    @Override
    public Evidence strike(ProgramProcess command, Stage stage) {
        var topic = stage.target().deployment().topics().transitions();
        var before = stage.target().deployment().broker().committed(topic);
        if (before.isEmpty() || !moment.await(command)) {
            return new Evidence(false, "rien à répéter");
        }
        var record = before.get(before.size() * pick / WHOLE);
        var there = stage.target()
                .deployment()
                .broker()
                .write(new ProducerRecord<>(
                        topic.name(), record.partition(), record.key(), record.value(), record.headers()));
        stage.target().injected(record.partition(), there.offset());
        return new Evidence(
                true,
                "position " + record.offset() + " répétée en " + there.offset() + ", partition " + record.partition());
    }
}
