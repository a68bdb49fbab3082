/**
 * The replays: what each would compute again and why, what it changes for whom and by which rule, and how to plan, run, put in force, take back or discard one.
 */
@NullMarked
package fr.passerelle.console.replay;

import org.jspecify.annotations.NullMarked;
