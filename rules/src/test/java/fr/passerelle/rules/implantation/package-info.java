@NullMarked
package fr.passerelle.rules.implantation;

import org.jspecify.annotations.NullMarked;
