package dev.slipway.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people sign in, once for everything. */
@Controller
class SignInPage {

    @GetMapping("/login")
    String page() {
        return "login";
    }
}
