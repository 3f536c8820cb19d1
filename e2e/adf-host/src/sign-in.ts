import { ChangeDetectionStrategy, Component } from '@angular/core';
import { LoginComponent } from '@alfresco/adf-core';

@Component({
  selector: 'host-sign-in',
  imports: [LoginComponent],
  template: '<adf-login successRoute="/" [showRememberMe]="false" [showLoginActions]="false" />',
  changeDetection: ChangeDetectionStrategy.Default,
})
export class SignIn {}
