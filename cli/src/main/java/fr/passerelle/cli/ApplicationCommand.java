package fr.passerelle.cli;

import fr.passerelle.batch.server.DatabaseServer;
import fr.passerelle.batch.server.Settings;
import fr.passerelle.journal.fence.ProcessName;
import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.Outcome;
import fr.passerelle.published.audit.AuditAction;

/** A command that needs the application behind the commands. */
abstract class ApplicationCommand extends OperatorCommand {

    /** Given by the factory that makes commands, before anything runs. */
    @SuppressWarnings("NullAway.Init")
    CommandContext context;

    /** Writes down that what is not public is taken away as a file, before it is: in a session of its own, others may only read. */
    final void exported(String what) {
        context.read(DatabaseServer.class).need();
        new Audit(context.read(Settings.class).sessions(ProcessName.NAME))
                .add(Audit.COMMAND, AuditAction.EXPORTED.name(), what, Outcome.DONE);
    }
}
