/** A mailbox that receives everything sent to it, readable by people and by programs. */
@NullMarked
package fr.prosante.keycloak.testbed.mail;

import org.jspecify.annotations.NullMarked;
