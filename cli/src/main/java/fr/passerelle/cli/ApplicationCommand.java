package fr.passerelle.cli;

import fr.passerelle.published.audit.Audit;
import fr.passerelle.published.audit.Audit.Outcome;
import fr.passerelle.published.audit.AuditAction;

/** A command that needs the application behind the commands. */
abstract class ApplicationCommand extends OperatorCommand {

    /** Given by the factory that makes commands, before anything runs. */
    @SuppressWarnings("NullAway.Init")
    CommandContext context;

    /** Writes down that what is not public is taken away as a file, before it is. */
    final void exported(String what) {
        context.partOnDatabase(Audit.class).add(Audit.COMMAND, AuditAction.EXPORTED.name(), what, Outcome.DONE);
    }
}
