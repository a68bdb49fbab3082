/** Who alone may write: the lock of the live log, and the sessions of a process that is gone. */
@NullMarked
package fr.passerelle.batch.lock;

import org.jspecify.annotations.NullMarked;
